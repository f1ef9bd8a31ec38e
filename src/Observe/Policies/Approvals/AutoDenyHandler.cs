namespace Observe;

/// <summary>Denies everything at once, without asking anybody. For tests: that blocked calls stay blocked.</summary>
public sealed class AutoDenyHandler : IApprovalHandler
{
    /// <inheritdoc/>
    public ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken) =>
        new(new ApprovalDecision(false, "auto-deny", "denied without asking anybody"));
}
