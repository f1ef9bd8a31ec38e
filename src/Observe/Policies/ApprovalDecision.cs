namespace Observe;

/// <summary>The answer to an <see cref="ApprovalRequest"/>.</summary>
/// <param name="Approved">Whether the call may run.</param>
/// <param name="By">Who decided; empty when that is not known.</param>
/// <param name="Reason">Why; empty when nobody said.</param>
public sealed record ApprovalDecision(bool Approved, string By = "", string Reason = "");
