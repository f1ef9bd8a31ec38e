using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>One guarded method, called and awaited in the way that its shape wants.</summary>
internal sealed record GateCall(Func<Gates, string, Task<object?>> CallAsync)
{
    /// <summary>Whether the method waits for its policies without holding a thread.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>What it returns when it is skipped; null when it cannot be.</summary>
    public Func<object?>? Nothing { get; init; }

    public bool HasText { get; init; } = true;
}
