using System.ComponentModel;
using System.Runtime.CompilerServices;
using Observe.Capturing;

namespace Observe.CompilerServices;

/// <summary>
/// Writes captured values as CBOR (RFC 8949). Containers are of indefinite length, so that the value is valid wherever a limit cuts
/// it. Nothing here throws because of a value: what does not fit is left out and counted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class CaptureWriter
{
    // Per open container, room is kept for what closing it may write: the count of what was left out, and the break.
    private const int ClosingBytes = 16;

    [ThreadStatic]
    private static CaptureWriter? t_writer;

    private readonly Level[] _levels = new Level[34];
    private CaptureOptions _options = null!;
    private byte[] _buffer = new byte[1024];
    private int _position;
    private int _limit;
    private int _depth;
    private bool _skipNext;
    private bool _taken;

    private CaptureWriter()
    {
    }

    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _position);

    internal ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _position);

    internal bool IsEmpty => _position == 0;

    internal static CaptureWriter Rent(CaptureOptions options)
    {
        // A getter that is captured may itself call something observed: the nested call finds the writer taken and makes its own.
        CaptureWriter? writer = t_writer;
        if (writer is null || writer._taken)
        {
            writer = new CaptureWriter();
            t_writer ??= writer;
        }

        writer._taken = true;
        writer._options = options;
        writer._limit = options.MaxBytes;
        writer._position = 0;
        writer._depth = 0;
        writer._skipNext = false;
        return writer;
    }

    /// <summary>Takes a writer away from its thread: what it has written is still being looked at, nobody knows for how long.</summary>
    internal static void Detach(CaptureWriter writer)
    {
        if (ReferenceEquals(t_writer, writer))
        {
            t_writer = null;
        }
    }

    internal static void Return(CaptureWriter writer)
    {
        writer._taken = false;
        if (writer._buffer.Length > 64 * 1024)
        {
            writer._buffer = new byte[1024]; // one huge value must not pin its buffer to the thread for good
        }
    }

    /// <summary>A whole value by its writer. Should that throw after all, a mark stands in its place: capture never disturbs the call.</summary>
    internal void WriteWhole<T>(T value, CaptureValue<T> write)
    {
        try
        {
            write(this, value);
        }
        catch (Exception exception)
        {
            PutErrorMark(0, 0, exception);
        }
    }

    internal void BeginArguments()
    {
        _buffer[_position++] = CborByte.OpenMap;
        Push(null);
    }

    /// <summary>Starts the next argument or member; exactly one value follows.</summary>
    /// <param name="utf8Name">Its name, UTF-8.</param>
    public void Property(ReadOnlySpan<byte> utf8Name)
    {
        _levels[_depth].MemberStart = _position;
        if (TryReserve(utf8Name.Length + 5))
        {
            WriteText(utf8Name);
        }
        else
        {
            _skipNext = true;
        }
    }

    /// <summary>Ends the object or struct begun last.</summary>
    public void EndObject() => Pop();

    /// <summary>
    /// Called in the catch of an object's writer: drops the member that was being written and notes the type of the exception.
    /// </summary>
    /// <param name="exception">What the getter threw.</param>
    public void Failed(Exception exception)
    {
        ref Level level = ref _levels[_depth];
        _position = level.MemberStart;
        _skipNext = false;
        Property(CaptureMarks.Error);
        Write(exception.GetType().Name);
    }

    private void Push(object? reference)
    {
        ref Level level = ref _levels[++_depth];
        level.Reference = reference;
        level.MemberStart = _position;
        level.Omitted = 0;
        level.IsMap = true;
    }

    private void Pop()
    {
        ref Level level = ref _levels[_depth];
        level.Reference = null;
        if (level.Omitted > 0)
        {
            CloseWithOmissions(ref level);
        }

        _buffer[_position++] = CborByte.Break;
        _depth--;
    }

    private void CloseWithOmissions(ref Level level)
    {
        if (level.IsMap)
        {
            WriteText(CaptureMarks.Omitted);
            WriteHead(CborMajor.Unsigned, (ulong)level.Omitted);
        }
        else
        {
            _buffer[_position++] = CborMajor.Map | 1;
            WriteText(CaptureMarks.Omitted);
            WriteHead(CborMajor.Unsigned, (ulong)level.Omitted);
        }
    }

    /// <summary>Makes room for a value, or leaves it out together with its name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReserve(int size)
    {
        // The usual case: the value fits both the limit and the buffer.
        int needed = _position + size + ((_depth + 1) * ClosingBytes);
        return !_skipNext & needed <= _limit & needed <= _buffer.Length || TryReserveSlow(needed);
    }

    private bool TryReserveSlow(int needed)
    {
        if (_skipNext || needed > _limit)
        {
            LeaveOut();
            return false;
        }

        Array.Resize(ref _buffer, (int)Math.Min(Math.Max((long)_buffer.Length * 2, needed), Math.Max(_limit, needed)));
        return true;
    }

    private void LeaveOut()
    {
        _skipNext = false;
        ref Level level = ref _levels[_depth];
        level.Omitted++;
        if (level.IsMap && _depth > 0)
        {
            _position = level.MemberStart;
        }
    }

    private struct Level
    {
        public object? Reference;
        public int MemberStart;
        public int Omitted;
        public bool IsMap;
    }
}
