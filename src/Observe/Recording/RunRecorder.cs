using System.Runtime.CompilerServices;
using Observe.CompilerServices;
using Observe.Journaling;
using Observe.Policies;

namespace Observe.Recording;

/// <summary>
/// Appends the records of one run. Any thread may append; a spin lock of a few nanoseconds makes a record whole before the segment's
/// length covers it, so that whatever a killed process leaves behind is readable up to its last finished record.
/// </summary>
internal sealed unsafe partial class RunRecorder : Meter
{
    private readonly RunBuffer _buffer;
    private readonly TimeProvider? _clock;
    private int _lock;
    private int _lastScopeId;
    private int _records;
    private int _dropped;
    private bool _sealed;
    private Exception? _lastException;

    public RunRecorder(Observer observer, in SpanPosition position, Meter? outer, Guard? guard)
        : base(outer, guard)
    {
        Observer = observer;
        Capture = observer.Options.Capture;
        _clock = observer.Options.TimeProvider == TimeProvider.System ? null : observer.Options.TimeProvider;
        Position = position;
        _buffer = new RunBuffer(observer.Segments);
    }

    public Observer Observer { get; }

    public CaptureOptions Capture { get; }

    public SpanPosition Position { get; }

    public RunBuffer Buffer => _buffer;

    /// <summary>Neighbours in the observer's list of live runs, guarded by the lock of that list.</summary>
    public RunRecorder? PreviousLive { get; set; }

    /// <inheritdoc cref="PreviousLive"/>
    public RunRecorder? NextLive { get; set; }

    public bool IsSealed => Volatile.Read(ref _sealed);

    /// <summary>Records written so far.</summary>
    public int Records => Volatile.Read(ref _records);

    /// <summary>Records that found no room so far.</summary>
    public int Dropped => Volatile.Read(ref _dropped);

    /// <summary>The moment, in ticks of the observer's clock. The system's clock is read without a virtual call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Now() => _clock is null ? Stopwatch.GetTimestamp() : _clock.GetTimestamp();

    /// <summary>Begins the scope of an attributed method.</summary>
    /// <param name="descriptor">The method.</param>
    /// <param name="parentId">The scope around it; 0 is the run.</param>
    /// <param name="timestamp">When it began.</param>
    /// <param name="arguments">The captured arguments.</param>
    /// <param name="ordinal">Which scope of its kind it is in the run, from 1.</param>
    /// <returns>The number of the scope, or -1 when it could not be recorded.</returns>
    public int BeginScope(ScopeDescriptor descriptor, int parentId, long timestamp, ReadOnlySpan<byte> arguments, out int ordinal)
    {
        int size = RecordHeader.Size + ScopeBegan.Size + arguments.Length;
        byte* at = Open(size);
        if (at == null)
        {
            ordinal = CountAlone(descriptor.Kind);
            return -1;
        }

        ordinal = CountHere(descriptor.Kind);
        int scopeId = ++_lastScopeId;
        RecordPen pen = new(at);
        pen.Write(new RecordHeader(size, RecordKind.ScopeBegan, scopeId));
        pen.Write(new ScopeBegan(parentId, descriptor.Id, timestamp));
        pen.Write(arguments);
        Close(size);
        Outer?.Count(descriptor.Kind);
        return scopeId;
    }

    public void EndScope(int scopeId, in ScopeEnded end, ReadOnlySpan<byte> result) => End(RecordKind.ScopeEnded, scopeId, end, result);

    /// <summary>Ends the run: no record is accepted after this one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // once a run: it must not grow the code of every step
    public void EndRun(in ScopeEnded end, ReadOnlySpan<byte> result)
    {
        WarnOfRejectedTags();
        End(RecordKind.RunEnded, 0, end, result);
        Seal();
    }

    /// <summary>Closes the run as it is and hands it to the export pump. Only the first call counts.</summary>
    public void Seal()
    {
        Acquire();
        bool first = !_sealed;
        _sealed = true;
        Release();
        if (first)
        {
            ReleaseHolds(0);
            Observer.Finish(this);
        }
    }

    private void End(RecordKind kind, int scopeId, in ScopeEnded end, ReadOnlySpan<byte> result)
    {
        int size = RecordHeader.Size + ScopeEnded.Size + result.Length;
        byte* at = Open(size);
        if (at == null)
        {
            return;
        }

        RecordPen pen = new(at);
        pen.Write(new RecordHeader(size, kind, scopeId));
        pen.Write(end);
        pen.Write(result);
        Close(size);
    }

    /// <summary>Reserves room for a record. Not null: the lock is held until <see cref="Close"/>. Null: the record is lost and counted.</summary>
    private byte* Open(int size)
    {
        Acquire();
        if (!_sealed)
        {
            byte* at = _buffer.TryReserve(size);
            if (at != null)
            {
                return at;
            }
        }

        return OpenSlow(size);
    }

    private byte* OpenSlow(int size)
    {
        long deadline = Observer.Options.WhenFull == WhenFull.Wait ? Environment.TickCount64 + (long)Observer.Options.WaitTimeout.TotalMilliseconds : 0;
        while (!_sealed && Environment.TickCount64 < deadline)
        {
            // Others may go on appending to this run's last segment while we wait for a new one.
            Release();
            Observer.WaitForRoom();
            Acquire();
            byte* at = _sealed ? null : _buffer.TryReserve(size);
            if (at != null)
            {
                return at;
            }
        }

        // A run that could not even begin is sealed too; what comes then is no late record.
        bool isLate = _sealed && _records > 0;
        if (!isLate && _dropped < int.MaxValue)
        {
            _dropped++;
        }

        Release();
        Observer.Accounts.CountLost(isLate);
        return null;
    }

    private void Close(int size)
    {
        _buffer.Commit(size);
        _records++;
        Release();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Acquire()
    {
        if (Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
        {
            AcquireSlow();
        }
    }

    private void AcquireSlow()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref _lock) != 0 || Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
        {
            spin.SpinOnce();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release() => Volatile.Write(ref _lock, 0);
}
