using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Limits which hosts a run calls, by what it reports with <see cref="RunContext.RecordNetworkRequest"/>. Category: <c>network</c>.
/// </summary>
/// <remarks>
/// For each URL in this order: protocol, blocked hosts, external hosts, allowed hosts; the first that fails gives the answer. A URL
/// that cannot be read, or is not absolute, is a violation. A request is reported when it is made, so a block stops what comes after
/// it, for the rest of the run; <see cref="NetworkRules.UrlArguments"/> stops tool calls before they are made. Each request is judged
/// once. After the run it warns only. Reasons name hosts, never paths or queries.
/// </remarks>
public sealed class NetworkPolicy : IPolicy
{
    private readonly NetworkRules _rules;
    private readonly DomainList _allowed;
    private readonly DomainList _blocked;
    private readonly PolicyResult _beforeRun = PolicyResult.Allow;
    private readonly FactReview<NetworkRequest> _requests;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public NetworkPolicy(NetworkRules? rules = null, string name = "network")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new NetworkRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Block, PolicyAction.Warn);
        Name = name;
        _allowed = new DomainList(_rules.AllowedDomains, nameof(_rules.AllowedDomains));
        _blocked = new DomainList(_rules.BlockedDomains, nameof(_rules.BlockedDomains));
        _requests = new FactReview<NetworkRequest>(static facts => facts.NetworkRequests, Judge);
        foreach (string endpoint in _rules.Endpoints)
        {
            PolicyResult answer = Check(endpoint, "a configured endpoint");
            _beforeRun = answer.Action > _beforeRun.Action ? answer : _beforeRun;
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "network";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((context.Point & PolicyPoints.BeforeRun) != 0)
        {
            return _beforeRun;
        }

        PolicyResult answer = _requests.Review(context);
        if (!context.IsBefore)
        {
            return answer.Action == PolicyAction.Allow && _rules.LogAllRequests ? Summary(context.Facts.NetworkRequests) : answer;
        }

        PolicyResult planned = (context.Point & PolicyPoints.BeforeToolCall) != 0 ? CheckArguments(context.Arguments) : PolicyResult.Allow;
        return planned.Action > answer.Action ? planned : answer;
    }

    private static PolicyResult Summary(IReadOnlyList<NetworkRequest> requests)
    {
        if (requests.Count == 0)
        {
            return PolicyResult.Allow;
        }

        HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
        foreach (NetworkRequest request in requests)
        {
            hosts.Add(Uri.TryCreate(request.Url, UriKind.Absolute, out Uri? url) ? url.IdnHost : "");
        }

        return new PolicyResult(
            PolicyAction.Allow, string.Create(CultureInfo.InvariantCulture, $"{requests.Count} requests to {hosts.Count} hosts"));
    }

    private PolicyResult Judge(PolicyContext context, IReadOnlyList<NetworkRequest> requests, int firstNew)
    {
        // Every violation has the same action, so the first one tells enough.
        for (int i = firstNew; i < requests.Count; i++)
        {
            PolicyResult answer = Check(requests[i].Url, "a request");
            if (answer.Action != PolicyAction.Allow)
            {
                return answer;
            }
        }

        return PolicyResult.Allow;
    }

    private PolicyResult CheckArguments(RecordedValue arguments)
    {
        foreach (string argument in _rules.UrlArguments)
        {
            if (arguments.GetText(argument) is { } text && Uri.TryCreate(text, UriKind.Absolute, out _)
                && Check(text, $"argument \"{argument}\"") is { Action: not PolicyAction.Allow } answer)
            {
                return answer;
            }
        }

        return PolicyResult.Allow;
    }

    private PolicyResult Check(string url, string what)
    {
        string? reason = !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            ? $"{what} has no absolute URL"
            : !IsAllowedProtocol(uri.Scheme) ? $"{what} uses the protocol {uri.Scheme}, which is not allowed"
            : _blocked.Contains(uri.IdnHost) ? $"{what} goes to {uri.IdnHost}, which is blocked"
            : _rules.BlockExternal && IsExternal(uri.IdnHost) ? $"{what} goes to {uri.IdnHost}, which is external"
            : !_allowed.IsEmpty && !_allowed.Contains(uri.IdnHost) ? $"{what} goes to {uri.IdnHost}, which is not allowed"
            : null;
        return reason is null ? PolicyResult.Allow : new PolicyResult(_rules.ActionOnViolation, reason);
    }

    private bool IsExternal(string host) => _allowed.IsEmpty ? !InternalHosts.Contains(host) : !_allowed.Contains(host);

    private bool IsAllowedProtocol(string scheme)
    {
        foreach (string allowed in _rules.AllowedProtocols)
        {
            if (string.Equals(scheme, allowed, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return _rules.AllowedProtocols.Count == 0;
    }
}
