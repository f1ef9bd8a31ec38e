using System.Diagnostics;

namespace Observe.Benchmarks.Twins;

/// <summary>The least that can listen to an <see cref="ActivitySource"/> and gets everything: it keeps nothing.</summary>
public sealed class ListenerTwin : ITwin
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name == "Observe.Benchmarks",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public ListenerTwin() => ActivitySource.AddActivityListener(_listener);

    public long Stop(long started)
    {
        _listener.Dispose();
        return 0;
    }
}
