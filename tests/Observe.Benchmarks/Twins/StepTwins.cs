using BenchmarkDotNet.Attributes;

namespace Observe.Benchmarks.Twins;

/// <summary>
/// The same step traced in six ways. Every way does runs of <see cref="Steps"/> steps, so that a figure holds its share of the begin
/// and the end of the run (or of the root span). Each is measured in a process of its own.
/// </summary>
/// <typeparam name="T">What a run of steps returns.</typeparam>
public abstract class StepTwins<T>
{
    /// <summary>Steps in one run.</summary>
    protected const int Steps = 100;

    protected const string City = "Lisbon, Portugal";

    private ITwin _twin = new NoTwin();

    /// <summary>Runs done so far.</summary>
    protected long Runs { get; set; }

    /// <summary>Records and spans of one run.</summary>
    protected virtual int ScopesPerRun => Steps + 1;

    /// <summary>The bodies alone.</summary>
    public abstract T Direct();

    /// <summary>Hand-written on an ActivitySource that nobody listens to.</summary>
    public abstract T ActivityUnheard();

    /// <summary>Hand-written on an ActivitySource with a listener that wants all data and keeps nothing.</summary>
    public abstract T ActivityHeard();

    /// <summary>Hand-written on an ActivitySource, to the OpenTelemetry SDK: the baseline.</summary>
    public abstract T OpenTelemetrySdk();

    /// <summary>Attributed, to an exporter that only counts.</summary>
    public abstract T Observed();

    /// <summary>Attributed, to a JSON Lines file.</summary>
    public abstract T ObservedToFile();

    [GlobalSetup(Target = nameof(ActivityHeard))]
    public void Listen() => _twin = new ListenerTwin();

    [GlobalSetup(Target = nameof(OpenTelemetrySdk))]
    public void StartSdk() => _twin = new OpenTelemetryTwin();

    [GlobalSetup(Target = nameof(Observed))]
    public void StartObserver() => _twin = new ObserveTwin();

    [GlobalSetup(Target = nameof(ObservedToFile))]
    public void StartObserverToFile() => _twin = new ObserveFileTwin();

    [GlobalCleanup]
    public void Stop()
    {
        long started = Runs * ScopesPerRun;
        Console.WriteLine(Tables.LostColumn.Line(started, _twin.Stop(started)));
    }
}
