using System.Globalization;

namespace Observe;

/// <summary>
/// Warns of runs that take too long; it never stops one (<see cref="BudgetAttribute.MaxDurationSeconds"/> does). Category <c>operations</c>;
/// asked at checks within a run and after it.
/// </summary>
public sealed class OperationsPolicy : IPolicy
{
    private readonly TimeSpan _timeout;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">How long a run should take.</param>
    /// <param name="name">Name in records and messages. Default: <c>operations</c>.</param>
    /// <exception cref="ArgumentException">A rule is out of range; the message says which.</exception>
    public OperationsPolicy(OperationsRules rules, string name = "operations")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _timeout = TimeSpan.FromSeconds(rules.TimeoutSeconds);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "operations";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TimeSpan elapsed = context.Usage.Elapsed;
        return elapsed <= _timeout
            ? PolicyResult.Allow
            : PolicyResult.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s of {_timeout.TotalSeconds:0} s"));
    }
}
