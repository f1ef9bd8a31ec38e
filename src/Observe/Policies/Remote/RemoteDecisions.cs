using System.Globalization;

namespace Observe.Policies.Remote;

/// <summary>Asks a server, remembers what it said, and decides what counts when it says nothing.</summary>
internal sealed class RemoteDecisions : IDisposable
{
    private const int RememberedAtLeast = 1_000;

    private static readonly TimeSpan s_longestRest = TimeSpan.FromMinutes(5);

    private readonly RemoteDialect _dialect;
    private readonly PolicyServer _server;
    private readonly DecisionCache _cache = new(RememberedAtLeast);
    private readonly string _name;
    private readonly string _category;
    private readonly TimeSpan _cacheFor;
    private readonly TimeSpan _staleFor;
    private readonly PolicyFailure _onFailure;
    private readonly bool _sendArguments;
    private long _restUntil = long.MinValue;

    public RemoteDecisions(RemotePolicyOptions options, RemoteDialect dialect, string name, string category)
    {
        _dialect = dialect;
        _server = new PolicyServer(dialect, options.HttpClient, options.Timeout);
        _name = name;
        _category = category;
        _cacheFor = options.CacheFor;
        _staleFor = options.StaleFor;
        _onFailure = options.OnFailure;
        _sendArguments = options.SendArguments;
    }

    public PolicyResult Ask(PolicyContext context)
    {
        if (Prepare(context, out RemoteQuestion question) is { } known)
        {
            return known;
        }

        TimeProvider timeProvider = context.TimeProvider;
        return Decide(question, _server.Ask(question.Body, timeProvider), timeProvider);
    }

    public ValueTask<PolicyResult> AskAsync(PolicyContext context, CancellationToken cancellationToken) =>
        Prepare(context, out RemoteQuestion question) is { } known
            ? new(known)
            : new(AskServerAsync(question, context.TimeProvider, cancellationToken));

    public void Dispose() => _server.Dispose();

    private async Task<PolicyResult> AskServerAsync(RemoteQuestion question, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ServerReply reply = await _server.AskAsync(question.Body, timeProvider, cancellationToken).ConfigureAwait(false);
        return Decide(question, reply, timeProvider);
    }

    /// <summary>Writes the question. The answer, when it is known without asking.</summary>
    private PolicyResult? Prepare(PolicyContext context, out RemoteQuestion question)
    {
        question = default;
        try
        {
            question = RemoteQuestion.Write(_dialect, context, _sendArguments);
        }
        catch (Exception exception)
        {
            return Failure(ServerReply.Refused($"the question could not be written, {exception.GetType().Name}"));
        }

        TimeProvider timeProvider = context.TimeProvider;
        if (_cacheFor > TimeSpan.Zero && _cache.Find(question.Key) is { } last && timeProvider.GetElapsedTime(last.Timestamp) < _cacheFor)
        {
            return last.Result;
        }

        long restUntil = Volatile.Read(ref _restUntil);
        if (restUntil == long.MinValue || timeProvider.GetTimestamp() >= restUntil)
        {
            return null;
        }

        TimeSpan left = timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), restUntil);
        return Instead(question, ServerReply.Busy("status 429 a moment ago", left), timeProvider);
    }

    private PolicyResult Decide(in RemoteQuestion question, in ServerReply reply, TimeProvider timeProvider)
    {
        if (reply.Problem.Length > 0)
        {
            if (reply.RetryAfter is { } rest)
            {
                long ticks = (long)((rest < s_longestRest ? rest : s_longestRest).TotalSeconds * timeProvider.TimestampFrequency);
                Volatile.Write(ref _restUntil, timeProvider.GetTimestamp() + ticks);
            }

            return Instead(question, reply, timeProvider);
        }

        PolicyResult? read;
        try
        {
            read = _dialect.Read(reply.Json);
        }
        catch (InvalidOperationException)
        {
            read = null; // half of a surrogate pair is escaped in a text
        }

        if (read is null)
        {
            _cache.Remove(question.Key);
            return Failure(ServerReply.Refused("an answer that is not understood"));
        }

        PolicyResult result = Named(read, age: null);
        if (result.Action is PolicyAction.Throttle or PolicyAction.Retry || (_cacheFor == TimeSpan.Zero && _staleFor == TimeSpan.Zero))
        {
            _cache.Remove(question.Key);
        }
        else
        {
            _cache.Set(question.Key, new RememberedDecision(result, timeProvider.GetTimestamp()));
        }

        return result;
    }

    /// <summary>What counts in place of an answer.</summary>
    private PolicyResult Instead(in RemoteQuestion question, in ServerReply reply, TimeProvider timeProvider)
    {
        if (!reply.IsUnreachable)
        {
            _cache.Remove(question.Key); // who is refused now must not live on an older answer
        }
        else if (_staleFor > TimeSpan.Zero && _cache.Find(question.Key) is { } last)
        {
            TimeSpan age = timeProvider.GetElapsedTime(last.Timestamp);
            if (age <= _staleFor)
            {
                return Named(last.Result, age);
            }
        }

        return Failure(reply);
    }

    private PolicyResult Failure(in ServerReply reply)
    {
        string reason = $"{_server.Address} gave no decision: {reply.Problem}";
        PolicyAction closed = reply.IsBusy ? PolicyAction.Throttle : PolicyAction.Block;
        PolicyAction action = _onFailure == PolicyFailure.Open ? PolicyAction.Warn : closed;
        return new PolicyResult(action, reason) { PolicyName = _name, Category = _category, RetryAfter = reply.RetryAfter };
    }

    /// <summary>The answer under the policy's name; the category is the server's, if it says one.</summary>
    private PolicyResult Named(PolicyResult result, TimeSpan? age)
    {
        Dictionary<string, string> metadata = new(result.Metadata);
        if (age is { } old)
        {
            metadata["age_seconds"] = ((long)old.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return new PolicyResult(result.Action, result.Reason)
        {
            UnknownAction = result.UnknownAction,
            PolicyName = _name,
            Category = result.Category.Length > 0 ? result.Category : _category,
            Metadata = metadata,
            RetryAfter = result.RetryAfter,
            RedactedContent = result.RedactedContent,
            Feedback = result.Feedback,
        };
    }
}
