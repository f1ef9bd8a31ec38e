using Observe.Policies;

namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of <see cref="RequireApprovalAttribute"/>.</summary>
    /// <param name="reason"><see cref="RequireApprovalAttribute.Reason"/>.</param>
    /// <param name="approvers"><see cref="RequireApprovalAttribute.Approvers"/>.</param>
    /// <param name="timeoutMinutes"><see cref="RequireApprovalAttribute.TimeoutMinutes"/>.</param>
    public static IPolicy RequireApproval(string? reason, string[] approvers, double timeoutMinutes) =>
        new RequireApprovalPolicy(reason, approvers, timeoutMinutes);
}
