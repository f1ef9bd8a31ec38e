using Observe.Policies.Remote;

namespace Observe;

/// <summary>
/// Asks a control plane: <c>POST {base}/api/v1/observe/policy-check/</c>. The answer's <c>action</c> or <c>decision</c> is one of the
/// seven words of <see cref="PolicyAction"/>; <c>reason</c>, <c>category</c>, <c>policy_id</c>, <c>metadata</c>,
/// <c>retry_after_seconds</c> and <c>redacted_content</c> are taken over, anything else is ignored.
/// </summary>
public sealed class ControlPlanePolicy : IPolicy, IDisposable
{
    private readonly RemoteDecisions _decisions;

    /// <summary>A policy that asks a server.</summary>
    /// <param name="options">Where and how. Later changes to them do not count.</param>
    /// <param name="name">Name in records and messages.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it.</exception>
    public ControlPlanePolicy(ControlPlanePolicyOptions options, string name = "control-plane")
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        options.Validate();
        Name = name;
        Points = options.Points;
        _decisions = new RemoteDecisions(options, new ControlPlaneDialect(options), name, Category);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "control-plane";

    /// <inheritdoc/>
    public PolicyPoints Points { get; }

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context) => _decisions.Ask(context);

    /// <inheritdoc/>
    public ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) =>
        _decisions.AskAsync(context, cancellationToken);

    /// <summary>Closes the connections, unless they belong to a client that was given.</summary>
    public void Dispose() => _decisions.Dispose();
}
