namespace Observe.Policies;

/// <summary>A policy that wants to know when somebody approved what it blocked.</summary>
internal interface IApprovalListener
{
    /// <summary>Called after the approval, before the body runs. It must not throw.</summary>
    /// <param name="context">What the policy was asked about when it blocked.</param>
    void OnApproved(PolicyContext context);
}
