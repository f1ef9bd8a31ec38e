using System.Security.Cryptography;
using Observe.Recording;

namespace Observe.Exporting.Reading;

/// <summary>Decodes the answers of policies about one run or scope.</summary>
internal sealed unsafe class PolicyCheckReader : RecordedPolicyChecks
{
    public static RecordedPolicyChecks Instance { get; } = new PolicyCheckReader();

    /// <inheritdoc/>
    public override PolicyCheckTrace[] Read(
        RunIndex index, RunIndex.RecordChain chain, ReadOnlySpan<byte> arguments, TraceScratch scratch, RunClock clock)
    {
        if (chain.IsEmpty)
        {
            return [];
        }

        string? hash = arguments.IsEmpty ? null : Hash(arguments);
        List<PolicyCheckTrace> checks = [];
        for (int at = chain.First; at >= 0; at = index.Linked(at).Next)
        {
            checks.Add(Read(index.Linked(at).Record, hash, scratch, clock));
        }

        return [.. checks];
    }

    private static PolicyCheckTrace Read(byte* record, string? hash, TraceScratch scratch, RunClock clock)
    {
        RecordCursor cursor = new(record);
        PolicyChecked answered = cursor.Read<PolicyChecked>();
        return new PolicyCheckTrace
        {
            Policy = scratch.Text(ref cursor) ?? "",
            Version = scratch.Text(ref cursor) ?? "",
            Category = scratch.Text(ref cursor) ?? "",
            Reason = scratch.Text(ref cursor) ?? "",
            UnknownAction = scratch.Text(ref cursor),
            Phase = (PolicyPhase)answered.Phase,
            Action = (PolicyAction)answered.Action,
            Priority = answered.Priority,
            Time = clock.TimeOf(answered.Timestamp),
            Duration = clock.Between(0, answered.Duration),
            RetryAfter = answered.RetryAfterTicks < 0 ? null : new TimeSpan(answered.RetryAfterTicks),
            ArgumentsHash = hash,
        };
    }

    private static string Hash(ReadOnlySpan<byte> arguments)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(arguments, hash);
        return Convert.ToHexString(hash).ToLowerInvariant();
    }
}
