namespace Observe.Benchmarks.Twins;

/// <summary>One way to trace the steps of a benchmark, from its start to the count of what it lost.</summary>
public interface ITwin
{
    /// <summary>Stops, and says what became of the scopes.</summary>
    /// <param name="started">Scopes that the benchmark has started: runs (or root spans) and steps (or spans).</param>
    /// <returns>Scopes that never reached the exporter.</returns>
    long Stop(long started);
}
