using Observe.Policies;

namespace Observe;

/// <summary>Says which tools may be called. Category <c>tool-allowlist</c>; asked before a tool call.</summary>
public sealed class ToolAllowlistPolicy : IPolicy
{
    private readonly NamePatterns _allowed;
    private readonly NamePatterns _blocked;
    private readonly PolicyAction _onViolation;
    private readonly bool _allowsAll;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">Which tools.</param>
    /// <param name="name">Name in records and messages. Default: <c>tool-allowlist</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong; the message says which.</exception>
    public ToolAllowlistPolicy(ToolAllowlistRules rules, string name = "tool-allowlist")
        : this(rules, name, isStrict: false)
    {
    }

    /// <summary>A policy for which no allowed tool means that no tool is allowed.</summary>
    internal ToolAllowlistPolicy(ToolAllowlistRules rules, string name, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _allowed = new NamePatterns(rules.AllowedTools, nameof(rules.AllowedTools));
        _blocked = new NamePatterns(rules.BlockedTools, nameof(rules.BlockedTools));
        _onViolation = rules.OnViolation;
        _allowsAll = _allowed.IsEmpty && !isStrict;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "tool-allowlist";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeToolCall;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_blocked.Contain(context.Name))
        {
            return new PolicyResult(_onViolation, $"tool \"{context.Name}\" is blocked");
        }

        return _allowsAll || _allowed.Contain(context.Name)
            ? PolicyResult.Allow
            : new PolicyResult(_onViolation, $"tool \"{context.Name}\" is not among the allowed ones");
    }
}
