using Observe.Exporting.Reading;

namespace Observe.Recording;

/// <summary>
/// Decodes the answers of policies. Whoever exports a run calls it through the run, which has one only when an answer was recorded: a
/// native program without policies then carries neither the decoding nor what computes a hash along.
/// </summary>
internal abstract class RecordedPolicyChecks
{
    /// <param name="index">Where the records are.</param>
    /// <param name="chain">The answers about one run or scope.</param>
    /// <param name="arguments">The captured arguments of what they are about, before masking.</param>
    /// <param name="scratch">Buffers and mask.</param>
    /// <param name="clock">The clock of the run.</param>
    public abstract PolicyCheckTrace[] Read(
        RunIndex index, RunIndex.RecordChain chain, ReadOnlySpan<byte> arguments, TraceScratch scratch, RunClock clock);
}
