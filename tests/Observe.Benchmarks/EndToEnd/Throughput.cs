namespace Observe.Benchmarks.EndToEnd;

/// <summary>One repetition.</summary>
/// <param name="Started">Steps or spans that began and ended.</param>
/// <param name="Arrived">Those of them that are in the files, or reached the exporter.</param>
/// <param name="ProducerTime">From the first step to the return of the last.</param>
/// <param name="Time">From the first step to the last byte.</param>
internal sealed record Throughput(long Started, long Arrived, TimeSpan ProducerTime, TimeSpan Time)
{
    /// <summary>Millions a second, until the last byte.</summary>
    public double Whole => Started / Time.TotalSeconds / 1e6;

    /// <summary>Millions a second, as the producer saw it.</summary>
    public double Producing => Started / ProducerTime.TotalSeconds / 1e6;
}
