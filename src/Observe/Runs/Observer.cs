using Observe.CompilerServices;
using Observe.Configuration;
using Observe.Diagnostics;
using Observe.Exporting;
using Observe.Journaling;
using Observe.Policies;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

/// <summary>
/// A configured pipeline: takes the records of runs, keeps them in bounded memory, and hands finished runs to its exporters.
/// Dispose it at the end of the program, so that nothing is left behind; the end of the process does so too, as well as it can.
/// </summary>
public sealed partial class Observer : IAsyncDisposable
{
    private static Observer? s_default;

    private readonly object _liveGate = new();
    private readonly TaskCompletionSource _disposal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExportPump _pump;
    private readonly Warnings _warnings;
    private readonly EventHandler? _processExit;
    private readonly UnhandledExceptionEventHandler? _crash;
    private RunRecorder? _firstLive;
    private PolicySet? _policies;
    private int _disposed;

    private Observer(ObserverOptions options)
    {
        options.Validate();
        Options = options;
        _warnings = new Warnings(warning => options.OnWarning(options.Mask.Mask(warning)), options.TimeProvider);
        EnvironmentSettings.Apply(options.Capture, warning => _warnings.Report("environment", warning));
        IsEnabled = !EnvironmentSettings.IsDisabled;
        Policies = options.Policies.Registry?.ToSet();
        Segments = new SegmentPool(options.MaxBufferBytes, options.SegmentBytes);
        _pump = new ExportPump(options, Accounts, _warnings);
        options.Policies.Registry?.Start(options.TimeProvider, TakePolicies, warning => _warnings.Report(warning, warning));
        if (IsEnabled)
        {
            ObserverGate.Open();
            _processExit = (_, _) => Shutdown();
            _crash = (_, crash) =>
            {
                if (crash.IsTerminating)
                {
                    Shutdown();
                }
            };
            AppDomain.CurrentDomain.ProcessExit += _processExit;
            AppDomain.CurrentDomain.UnhandledException += _crash;
        }
    }

    /// <summary>The observer of the process: the one that <see cref="Start(Action{ObserverOptions})"/> started and nobody has disposed yet.</summary>
    public static Observer? Default => Volatile.Read(ref s_default);

    /// <summary>False when the environment variable <c>OBSERVE</c> is <c>false</c>, <c>0</c>, <c>no</c> or <c>off</c>: nothing is recorded.</summary>
    public bool IsEnabled { get; }

    /// <summary>Where every record is at this moment.</summary>
    public FlushResult Status
    {
        get
        {
            lock (_liveGate)
            {
                long live = 0;
                for (RunRecorder? run = _firstLive; run is not null; run = run.NextLive)
                {
                    live += run.Records;
                }

                // Left first: what leaves between the two reads is then still counted as pending, never twice.
                long exported = Accounts.Exported;
                long givenUp = Accounts.GivenUp;
                return new FlushResult(
                    exported, Accounts.LostBufferFull, Accounts.LostLate, givenUp, live + Accounts.Finished - exported - givenUp);
            }
        }
    }

    internal ObserverOptions Options { get; }

    /// <summary>Whether there are policies, or may be some day.</summary>
    internal bool IsGoverning => Options.Policies.Registry is not null;

    /// <summary>The policies in force at this moment; null when there are none and never will be.</summary>
    internal PolicySet? Policies
    {
        get => Volatile.Read(ref _policies);
        private set => Volatile.Write(ref _policies, value);
    }

    internal SegmentPool Segments { get; }

    internal Accounts Accounts { get; } = new();

    internal bool IsAlive => IsEnabled && Volatile.Read(ref _disposed) == 0;

    /// <summary>Starts the observer of the process: every observed method outside a run of another observer records to it.</summary>
    /// <param name="configure">Sets the options; at least one exporter must be added.</param>
    /// <exception cref="InvalidOperationException">The process already has one; dispose it first.</exception>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and how.</exception>
    public static Observer Start(Action<ObserverOptions> configure)
    {
        Observer observer = Create(configure);
        if (Interlocked.CompareExchange(ref s_default, observer, null) is not null)
        {
            observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw new InvalidOperationException(
                "The process already has an observer. Dispose it before you start another, or use Observer.Create and Activate for one that is not process-wide.");
        }

        return observer;
    }

    /// <summary>Makes an observer that is used only where <see cref="Activate"/> or <see cref="RunAsync(string, Func{RunContext, Task}, RunOptions?)"/> says so: for tests, tenants, plug-ins.</summary>
    /// <param name="configure">Sets the options; at least one exporter must be added.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and how.</exception>
    public static Observer Create(Action<ObserverOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ObserverOptions options = new();
        configure(options);
        return new Observer(options);
    }

    /// <summary>Makes this observer current for the calling flow of control, and for all that it starts, until the result is disposed.</summary>
    public IDisposable Activate()
    {
        ObserverActivation activation = new(Ambient.Current);
        Ambient.Current = new AmbientObserver(this);
        return activation;
    }

    /// <summary>Waits until the exporters have taken every run that had ended when the call was made.</summary>
    /// <param name="timeout">How long to wait at most. Default: <see cref="ObserverOptions.ShutdownTimeout"/>.</param>
    /// <param name="cancellationToken">Ends the wait early; the exporters go on.</param>
    /// <returns>Where every record is when the wait ends. It never throws because of an exporter.</returns>
    public async Task<FlushResult> FlushAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        TimeSpan longest = ObserverOptions.LongestTime;
        TimeSpan wait = timeout ?? Options.ShutdownTimeout;
        await _pump.FlushAsync(wait < longest ? wait : longest, cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>Ends the observer: runs that still go on are exported as unfinished, then the exporters are flushed and disposed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            await _disposal.Task.ConfigureAwait(false); // whoever comes second waits for the same end
            return;
        }

        Interlocked.CompareExchange(ref s_default, null, this);
        if (IsEnabled)
        {
            ObserverGate.Close();
        }

        while (Volatile.Read(ref _firstLive) is { } live)
        {
            live.Seal();
        }

        Options.Policies.Registry?.Stop();
        await _pump.DisposeAsync().ConfigureAwait(false);
        ReportLosses();
        Segments.Dispose();

        // Not before: a process that ends meanwhile waits for us.
        AppDomain.CurrentDomain.ProcessExit -= _processExit;
        AppDomain.CurrentDomain.UnhandledException -= _crash;
        _disposal.SetResult();
    }

    /// <summary>The observer that a new root run belongs to, or null.</summary>
    internal static Observer? ForNewRun(Ambient? current)
    {
        Observer? observer = current switch
        {
            null => Default,
            { Run: { } run } => run.Recorder?.Observer,
            AmbientObserver activated => activated.Observer,
            _ => Default,
        };
        return observer is { IsAlive: true } ? observer : null;
    }

    internal void Begin(RunRecorder run)
    {
        lock (_liveGate)
        {
            run.NextLive = _firstLive;
            if (_firstLive is not null)
            {
                _firstLive.PreviousLive = run;
            }

            _firstLive = run;
        }
    }

    internal void Finish(RunRecorder run)
    {
        lock (_liveGate)
        {
            if (run.PreviousLive is null)
            {
                _firstLive = run.NextLive;
            }
            else
            {
                run.PreviousLive.NextLive = run.NextLive;
            }

            if (run.NextLive is not null)
            {
                run.NextLive.PreviousLive = run.PreviousLive;
            }

            // Whoever keeps the context of this run must not keep its neighbours, and theirs, and so on.
            run.PreviousLive = null;
            run.NextLive = null;
            Accounts.CountFinished(run.Records);
        }

        _pump.Enqueue(new FinishedRun(run));
        if (Segments.IsFilling)
        {
            _pump.SignalFilling();
        }
    }

    internal void WaitForRoom()
    {
        _pump.Signal();
        Segments.WaitForRoom(Options.WaitTimeout);
    }

    private void TakePolicies()
    {
        Policies = Options.Policies.Registry?.ToSet();
        if (Options.Policies.Registry?.FindDuplicate() is { } name)
        {
            _warnings.Report("duplicate policy", $"Two policies are named \"{name}\" now, one of them from a file that was read again: give one of them another name.");
        }
    }

    // The process ends without anybody having disposed us: export what there is, but do not hold up the end for ever.
    private void Shutdown() => DisposeAsync().AsTask().Wait(Options.ShutdownTimeout + Options.ShutdownTimeout);

    private void ReportLosses()
    {
        FlushResult status = Status;
        if (status.Dropped + status.Pending > 0)
        {
            _warnings.Report(
                "losses at the end",
                $"of {status.Recorded} records {status.Exported} were exported; lost: {status.DroppedBufferFull} to a full buffer, "
                + $"{status.DroppedLate} after the end of their run, {status.DroppedByExporter} to failing exporters, {status.Pending} not exported in time.");
        }
    }
}
