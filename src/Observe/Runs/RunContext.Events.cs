using Observe.Diagnostics;
using Observe.Policies;
using Observe.Recording;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>Records a measure of quality as a number.</summary>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">The number, usually from 0 to 1.</param>
    /// <param name="comment">Why. Default: none.</param>
    public void RecordScore(string name, double value, string comment = "")
    {
        NoteScore(name, value, comment);
        Note(name, value);
    }

    /// <summary>Records a measure of quality as yes or no.</summary>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="comment">Why. Default: none.</param>
    public void RecordScore(string name, bool value, string comment = "")
    {
        NoteScore(name, value, comment);
        Note(name, value ? 1 : 0);
    }

    /// <summary>Records a measure of quality as a category.</summary>
    /// <param name="name">Name of the score.</param>
    /// <param name="value">The category.</param>
    /// <param name="comment">Why. Default: none.</param>
    public void RecordScore(string name, string value, string comment = "") => NoteScore(name, value, comment);

    /// <summary>Records a failed attempt, and what follows from it.</summary>
    /// <param name="attempt">Number of the attempt, from 1.</param>
    /// <param name="reason">Why there is another attempt, or none.</param>
    /// <param name="strategy"><c>retry</c>, <c>fallback</c> or <c>circuit_break</c>. Default: <c>retry</c>.</param>
    /// <param name="originalError">What went wrong. Default: not known.</param>
    /// <param name="fallbackTo">What is tried instead. Default: nothing.</param>
    /// <param name="maxAttempts">How many attempts there are at most. Default: not known.</param>
    public void RecordRetry(
        int attempt, string reason, string strategy = "retry", string originalError = "", string fallbackTo = "", int? maxAttempts = null)
    {
        if (Recorder is not null)
        {
            NoteEvent(EventKind.Retry, strategy ?? "retry", RetryFacts(attempt, reason, strategy ?? "retry", originalError, fallbackTo, maxAttempts));
        }
    }

    /// <summary>Records the answer of a policy that was asked elsewhere.</summary>
    /// <param name="policyName">Name of the policy.</param>
    /// <param name="action">Its answer.</param>
    /// <param name="category">Kind of rule. Default: none.</param>
    /// <param name="reason">Why. Default: none.</param>
    /// <param name="duration">How long it took to answer. Default: zero.</param>
    /// <param name="phase">When it was asked. Default: before the run.</param>
    /// <param name="priority">Priority under which it was asked; lower is asked first. Default: 100.</param>
    public void RecordPolicyCheck(
        string policyName,
        PolicyAction action,
        string category = "",
        string reason = "",
        TimeSpan duration = default,
        PolicyPhase phase = PolicyPhase.PreExecution,
        int priority = 100)
    {
        if (Recorder is { } recorder)
        {
            long ticks = RunClock.ToTimestamps(duration, recorder.Observer.Options.TimeProvider);
            byte[] policy = PolicyEntry.Encode(policyName ?? "", "", category ?? "");
            recorder.NotePolicyCheck(CurrentScopeId, policy, priority, phase, new PolicyResult(action, reason), recorder.Now(), ticks);
        }
    }

    /// <summary>Records one document that a retrieval found, for policies about retrievals.</summary>
    /// <param name="result">The document.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordRetrievalResult(RetrievalResult result)
    {
        if (Recorder is not null && result is not null)
        {
            Facts.Add(result);
            NoteEvent(EventKind.RetrievalResult, result.Source, Map(
                ("relevance_score", result.RelevanceScore is { } score ? score : default(CapturedValue)),
                ("source", Text(result.Source)),
                ("collection", Text(result.Collection)),
                ("date", result.Date is { } date ? date : default(CapturedValue))));
            Checkpoint();
        }
    }

    /// <summary>Records a request over the network, for policies about the network.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordNetworkRequest(NetworkRequest request)
    {
        if (Recorder is not null && request is not null)
        {
            Facts.Add(request);
            NoteEvent(EventKind.NetworkRequest, request.Method, Map(
                ("url", Text(request.Url)),
                ("method", Text(request.Method)),
                ("status", request.Status is { } status ? status : default(CapturedValue))));
            Checkpoint();
        }
    }

    /// <summary>Records an access to a source of data, for policies about data.</summary>
    /// <param name="access">The access.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordDataAccess(DataAccess access)
    {
        if (Recorder is not null && access is not null)
        {
            Facts.Add(access);
            NoteEvent(EventKind.DataAccess, access.Operation, Map(
                ("source", Text(access.Source)),
                ("operation", Text(access.Operation)),
                ("records", access.Records is { } records ? records : default(CapturedValue))));
            Checkpoint();
        }
    }

    /// <summary>Records a task that is given to another agent, for policies about delegation.</summary>
    /// <param name="delegation">The task.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordDelegation(Delegation delegation)
    {
        if (Recorder is not null && delegation is not null)
        {
            Facts.Add(delegation);
            NoteEvent(EventKind.Delegation, delegation.Agent, Map(("agent", Text(delegation.Agent)), ("task", Text(delegation.Task))));
            Checkpoint();
        }
    }

    /// <summary>Records that something outside the run was changed, for policies about the reach of a run.</summary>
    /// <param name="kind">What was changed.</param>
    /// <param name="amount">How many, or how much. Default: 1.</param>
    /// <exception cref="PolicyViolationException">The run has mid-execution governance, and a policy does not let it go on.</exception>
    public void RecordChange(ChangeKind kind, decimal amount = 1)
    {
        if (Recorder is not null)
        {
            Facts.AddChange(kind, amount);
            NoteEvent(EventKind.Change, WordOf(kind), Map(("kind", WordOf(kind)), ("amount", amount)));
            Checkpoint();
        }
    }

    internal static void NoteRetry(
        RunRecorder recorder, int scopeId, string name, int attempt, string reason, string strategy, Exception? error, string? fallbackTo, int maxAttempts)
    {
        string text = error is null ? "" : $"{error.GetType().FullName}: {ExceptionText.MessageOf(error)}";
        using Capturing.CapturedBytes bytes = new(
            recorder.Observer, RetryFacts(attempt, reason, strategy, text, strategy == "fallback" ? fallbackTo : null, maxAttempts));
        recorder.NoteEvent(scopeId, EventKind.Retry, name, bytes.Span);
    }

    private static CapturedValue RetryFacts(
        int attempt, string reason, string strategy, string? originalError, string? fallbackTo, int? maxAttempts) => Map(
        ("attempt", attempt),
        ("reason", Text(reason)),
        ("strategy", strategy),
        ("original_error", Text(originalError)),
        ("fallback_to", Text(fallbackTo)),
        ("max_attempts", maxAttempts is { } most ? most : default(CapturedValue)));

    private void NoteScore(string name, CapturedValue value, string? comment)
    {
        if (Recorder is not null)
        {
            NoteEvent(EventKind.Score, name ?? "", ScoreFacts(value, comment));
        }
    }

    internal static CapturedValue ScoreFacts(CapturedValue value, string? comment) => Map(("value", value), ("comment", Text(comment)));

    private void Note(string name, double score)
    {
        if (Recorder is { IsGoverned: true } && name is not null)
        {
            Facts.SetScore(name, score);
        }
    }

    private static string WordOf(ChangeKind kind) => kind switch
    {
        ChangeKind.RecordsModified => "records_modified",
        ChangeKind.RecordsDeleted => "records_deleted",
        ChangeKind.FilesChanged => "files_changed",
        ChangeKind.TransactionAmount => "transaction_amount",
        _ => "api_writes",
    };

    private static CapturedValue Text(string? text) => string.IsNullOrEmpty(text) ? default(CapturedValue) : text;

    /// <summary>An object of the members that have a value.</summary>
    private static CapturedValue Map(params (string Name, CapturedValue Value)[] members)
    {
        List<(string, CapturedValue)> present = [];
        foreach ((string name, CapturedValue value) in members)
        {
            if (!value.IsEmpty)
            {
                present.Add((name, value));
            }
        }

        return CapturedValue.Map([.. present]);
    }
}
