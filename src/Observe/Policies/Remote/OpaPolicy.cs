using Observe.Policies.Remote;

namespace Observe;

/// <summary>
/// Asks an Open Policy Agent: <c>POST {base}/v1/data/{path}</c> with <c>{"input": …}</c>.
/// </summary>
/// <remarks>
/// <para>
/// The document may be a truth value (true allows, false blocks); a word of <see cref="PolicyAction"/>; a set or array of messages (any
/// message blocks); or an object. In an object the most severe of these counts: <c>action</c> (or <c>decision</c>), <c>allow</c>
/// (or <c>allowed</c>), and <c>deny</c>, itself a truth value or messages. <c>reason</c>, <c>metadata</c>, <c>retry_after_seconds</c> and
/// <c>redacted_content</c> of an object are taken over.
/// </para>
/// <para>
/// The input has <c>agent</c>, <c>workflow</c>, <c>session_id</c>, <c>user_id</c>, <c>user_group</c>, <c>end_user_id</c>, <c>phase</c>,
/// <c>point</c>, <c>kind</c>, <c>name</c>, <c>tool_type</c>, <c>model</c>, <c>arguments</c>, <c>result</c>, <c>error</c>,
/// <c>attempt</c>, <c>usage</c> and <c>run_id</c>; what is not known is left out.
/// Source of the protocol: the REST API of Open Policy Agent, "Get a Document (with Input)".
/// </para>
/// </remarks>
public sealed class OpaPolicy : IPolicy, IDisposable
{
    private readonly RemoteDecisions _decisions;

    /// <summary>A policy that asks a server.</summary>
    /// <param name="options">Where and how. Later changes to them do not count.</param>
    /// <param name="name">Name in records and messages.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it.</exception>
    public OpaPolicy(OpaPolicyOptions options, string name = "opa")
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        options.Validate();
        Name = name;
        Points = options.Points;
        _decisions = new RemoteDecisions(options, new OpaDialect(options), name, Category);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "opa";

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
