using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Limits the steps of a run, its child runs included. Category <c>safety</c>; asked before a step, and at checks within a run, where
/// more steps than allowed may have been recorded by hand.
/// </summary>
public sealed class MaxStepsPolicy : IPolicy
{
    private readonly int _steps;

    /// <summary>A policy with this limit.</summary>
    /// <param name="steps">Most steps; at least 0.</param>
    /// <param name="name">Name in records and messages. Default: <c>max-steps</c>.</param>
    /// <exception cref="ArgumentException">The limit is negative.</exception>
    public MaxStepsPolicy(int steps, string name = "max-steps")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RuleCheck.AtLeast(0, steps, nameof(steps));
        _steps = steps;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "safety";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeStep | PolicyPoints.Checkpoint;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        long steps = context.Usage.Steps + (context.Point == PolicyPoints.BeforeStep ? 1L : 0);
        return steps <= _steps
            ? PolicyResult.Allow
            : PolicyResult.Block(string.Create(CultureInfo.InvariantCulture, $"{steps} of {_steps} steps"));
    }
}
