namespace Observe;

/// <summary>
/// Rules of a <see cref="NetworkPolicy"/>; what is checked is what a run reports with <see cref="RunContext.RecordNetworkRequest"/>.
/// Names and defaults of the rules in a file are those of Waxell's category <c>network</c>
/// (https://waxell.ai/docs/observe/governance/network).
/// </summary>
public sealed record NetworkRules
{
    /// <summary>
    /// Hosts that may be called; empty: every host. <c>*</c> stands for any characters: <c>*.example.com</c> is every host below
    /// <c>example.com</c>, but not <c>example.com</c> itself, and <c>*example.com</c> is <c>badexample.com</c> too. In a file:
    /// <c>allowed_domains</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>Hosts that must not be called, in the same form; they win over the allowed ones. In a file: <c>blocked_domains</c>. Default: none.</summary>
    public IReadOnlyList<string> BlockedDomains { get; init; } = [];

    /// <summary>Schemes of URLs that may be used; empty: every scheme. In a file: <c>allowed_protocols</c>. Default: <c>https</c>.</summary>
    public IReadOnlyList<string> AllowedProtocols { get; init; } = ["https"];

    /// <summary>
    /// Whether external hosts are blocked. With <see cref="AllowedDomains"/> every other host is external; without, every host but
    /// <c>localhost</c>, names without a dot or below <c>.localhost</c>, <c>.local</c> and <c>.internal</c>, and private, link-local
    /// and loopback addresses (RFC 1918, RFC 3927, RFC 4193, RFC 4291). In a file: <c>block_external</c>. Default: false.
    /// </summary>
    public bool BlockExternal { get; init; }

    /// <summary>Whether the answer after a run says how many requests went to how many hosts. In a file: <c>log_all_requests</c>. Default: true.</summary>
    public bool LogAllRequests { get; init; } = true;

    /// <summary>URLs that the agents are configured to call: they are checked before each run. In a file: <c>endpoints</c>. Default: none.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>
    /// Arguments of tools that hold a URL: when a tool is about to be called with an absolute URL in one of them, it is checked before
    /// the call is made. In a file: <c>url_arguments</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> UrlArguments { get; init; } = [];

    /// <summary>What happens on a violation: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_violation</c>. Default: block.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Block;

    internal static NetworkRules Read(PolicyRules rules) => new()
    {
        AllowedDomains = rules.Texts("allowed_domains"),
        BlockedDomains = rules.Texts("blocked_domains"),
        AllowedProtocols = rules.Has("allowed_protocols") ? rules.Texts("allowed_protocols") : ["https"],
        BlockExternal = rules.Boolean("block_external", false),
        LogAllRequests = rules.Boolean("log_all_requests", true),
        Endpoints = rules.Texts("endpoints"),
        UrlArguments = rules.Texts("url_arguments"),
        ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };
}
