namespace Observe.Policies;

/// <summary>Asks for approval of each call of the method that carries <see cref="RequireApprovalAttribute"/>.</summary>
internal sealed class RequireApprovalPolicy : IPolicy
{
    private readonly string _reason;
    private readonly string[] _approvers;
    private readonly TimeSpan _timeout;

    public RequireApprovalPolicy(string? reason, string[] approvers, double timeoutMinutes)
    {
        // Attribute values that the compiler did not reject must not throw while a type is being initialised.
        _reason = string.IsNullOrWhiteSpace(reason) ? "needs approval" : reason;
        _approvers = approvers ?? [];
        _timeout = TimeSpan.FromMinutes(timeoutMinutes is > 0 and <= ApprovalRules.MaxTimeoutMinutes ? timeoutMinutes : 30);
    }

    public string Name => "RequireApproval";

    public string Category => "approval";

    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope;

    public PolicyResult Evaluate(PolicyContext context) => context.IsGuardedCall
        ? ApprovalMetadata.Block(_reason, context.Name, _approvers, _timeout, PolicyAction.Block)
        : PolicyResult.Allow;
}
