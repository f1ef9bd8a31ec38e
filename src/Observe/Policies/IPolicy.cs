namespace Observe;

/// <summary>
/// A rule that is asked before a run or scope, at checks within a run, or after; its answer is complete before the body starts.
/// </summary>
/// <remarks>
/// A policy is asked from many threads at once. An exception that it throws counts as <see cref="PolicyAction.Block"/>, unless it was
/// added with <see cref="PolicyFailure.Open"/>: then as <see cref="PolicyAction.Warn"/>. Policies are asked in the order of their
/// priority, lower first, those with the same priority in the order in which they were added, until the first one blocks or
/// throttles; the most severe answer counts, and every answer is recorded.
/// </remarks>
public interface IPolicy
{
    /// <summary>Name in records and messages.</summary>
    string Name { get; }

    /// <summary>Kind of rule, for example <c>"rate-limit"</c>.</summary>
    string Category { get; }

    /// <summary>Version of the rules, in records. Default: empty.</summary>
    string Version => "";

    /// <summary>Lower is asked first. Default: 100.</summary>
    int Priority => 100;

    /// <summary>When the policy wants to be asked.</summary>
    PolicyPoints Points { get; }

    /// <summary>Answers on the calling thread. Synchronous methods wait for this.</summary>
    /// <param name="context">What is about to happen, or has happened. Valid only until the answer is given.</param>
    PolicyResult Evaluate(PolicyContext context);

    /// <summary>Answers without holding a thread. Asynchronous methods wait for this. Default: <see cref="Evaluate"/>.</summary>
    /// <param name="context">What is about to happen, or has happened. Valid only until the answer is given.</param>
    /// <param name="cancellationToken">Ends the wait; an <see cref="OperationCanceledException"/> reaches the caller.</param>
    ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => new(Evaluate(context));
}
