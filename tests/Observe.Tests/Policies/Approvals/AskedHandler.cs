namespace Observe.Tests.Policies.Approvals;

/// <summary>Answers at once and keeps what it was asked.</summary>
internal sealed class AskedHandler(bool approves) : IApprovalHandler
{
    public List<ApprovalRequest> Requests { get; } = [];

    public ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return new(new ApprovalDecision(approves, "ann"));
    }
}
