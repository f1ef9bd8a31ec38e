using System.Globalization;

namespace Observe.Policies;

/// <summary>What an answer that asks for approval says beside its reason; an <see cref="ApprovalRequest"/> is made from it.</summary>
internal static class ApprovalMetadata
{
    /// <summary>Who may decide, separated by commas; absent when anybody may.</summary>
    public const string Approvers = "approvers";

    /// <summary>How long to wait for the answer, in minutes.</summary>
    public const string TimeoutMinutes = "timeout_minutes";

    /// <summary>What needs approval: the name in the rules that it matched, or <c>cost</c>.</summary>
    public const string ActionType = "action_type";

    /// <summary><c>block</c> or <c>warn</c>.</summary>
    public const string ActionOnTimeout = "action_on_timeout";

    public static PolicyResult Block(string reason, string actionType, IReadOnlyList<string> approvers, TimeSpan timeout, PolicyAction onTimeout)
    {
        Dictionary<string, string> metadata = new()
        {
            [TimeoutMinutes] = timeout.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            [ActionType] = actionType,
            [ActionOnTimeout] = onTimeout == PolicyAction.Warn ? "warn" : "block",
        };
        if (approvers.Count > 0)
        {
            metadata[Approvers] = string.Join(", ", approvers);
        }

        return new PolicyResult(PolicyAction.Block, reason) { Metadata = metadata };
    }

    public static void Check(IReadOnlyList<string> approvers, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(approvers);
        foreach (string approver in approvers)
        {
            if (string.IsNullOrWhiteSpace(approver) || approver.Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"Approver \"{approver}\" must be a name without commas.", nameof(approvers));
            }
        }

        if (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromMinutes(ApprovalRules.MaxTimeoutMinutes))
        {
            throw new ArgumentException($"The time to wait for approval is {timeout}: it must be more than zero and at most 7 days.", nameof(timeout));
        }
    }
}
