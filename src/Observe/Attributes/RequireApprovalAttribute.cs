namespace Observe;

/// <summary>
/// Lets the method run only when somebody has approved the call: the observer's or the run's <see cref="IApprovalHandler"/> is asked
/// each time. Without a handler, and when it denies or does not answer in time, the call is blocked.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RequireApprovalAttribute : Attribute
{
    /// <summary>Why approval is needed, for those who decide. Default: none.</summary>
    public string? Reason { get; set; }

    /// <summary>Who may decide. Default: whoever the handler asks.</summary>
    public string[] Approvers { get; set; } = [];

    /// <summary>How long to wait for the answer, in minutes. Default: 30.</summary>
    public double TimeoutMinutes { get; set; } = 30;
}
