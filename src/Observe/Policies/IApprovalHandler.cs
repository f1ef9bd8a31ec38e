namespace Observe;

/// <summary>Asks a person, or a system, whether something that a policy blocked may run after all.</summary>
public interface IApprovalHandler
{
    /// <summary>
    /// Answers whether the call may run. An exception, and no answer within <see cref="ApprovalRequest.Timeout"/>, count as a denial, unless the policy says
    /// otherwise for the latter (<see cref="ApprovalRules"/>).
    /// </summary>
    /// <param name="request">What was blocked, and why.</param>
    /// <param name="cancellationToken">Fires when the time is over or the caller gives up.</param>
    ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken);
}
