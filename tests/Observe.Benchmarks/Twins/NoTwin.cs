namespace Observe.Benchmarks.Twins;

/// <summary>Nobody listens, so nothing can be lost.</summary>
public sealed class NoTwin : ITwin
{
    public long Stop(long started) => 0;
}
