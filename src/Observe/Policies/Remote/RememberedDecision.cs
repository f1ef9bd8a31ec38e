namespace Observe.Policies.Remote;

/// <summary>An answer, and when it came.</summary>
internal readonly record struct RememberedDecision(PolicyResult Result, long Timestamp);
