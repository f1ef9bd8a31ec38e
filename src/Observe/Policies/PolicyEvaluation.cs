using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Policies;

/// <summary>
/// Asks the policies of one point one after the other, records every answer and keeps the most severe one. Reused on its thread as
/// long as nobody keeps it waiting.
/// </summary>
internal sealed partial class PolicyEvaluation : PolicyHolds
{
    /// <summary>How often, on one thread, policies are asked about what policies do: without an end, the stack would have one.</summary>
    private const int Deepest = 8;

    private const string AsksItself = "is asked about what it does itself, without end";

    [ThreadStatic]
    private static PolicyEvaluation? t_spare;

    [ThreadStatic]
    private static int t_depth;

    private readonly PolicyContext _context = new();
    private PolicyQuestion _question;
    private PolicyOptions _options = null!;
    private PolicyEntry[] _entries = [];
    private RunRecorder _recorder = null!;
    private long _last;
    private int _next;

    /// <summary>The most severe answer so far.</summary>
    public PolicyResult Verdict { get; private set; } = PolicyResult.Allow;

    /// <summary>Whether any policy wants texts masked.</summary>
    public Redaction? Redaction { get; private set; }

    /// <summary>The result that it is about, for as long as it lasts.</summary>
    public RecordedValue Result => _question.Result;

    public static PolicyEvaluation Rent(in PolicyQuestion question, PolicySet policies)
    {
        PolicyEvaluation evaluation = t_spare ?? new PolicyEvaluation();
        t_spare = null;
        evaluation.Prepare(question, policies);
        return evaluation;
    }

    /// <summary>Gives the evaluation back, unless a policy was waited for: that one may still look at the context.</summary>
    public void Return()
    {
        _question = default;
        _entries = [];
        _recorder = null!;
        _context.Clear();
        t_spare = this;
    }

    /// <summary>Asks every policy on this thread.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        while (Next() is { } entry)
        {
            PolicyResult answer = Ask(entry);
            while (ShouldAskAgain(answer))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Record(entry, answer);
                Pause.For(PauseBefore(answer), _context.TimeProvider, cancellationToken);
                _context.Attempt++;
                answer = Ask(entry);
            }

            Take(entry, answer);
            if (ApproverOf(answer) is { } approver && AskForApproval(approver, answer, cancellationToken))
            {
                Verdict = _beforeBlock;
            }
        }
    }

    public override void Add(IPolicy policy, IPolicyHold hold) => _recorder.AddHold(_question.ScopeId, policy, hold);

    private void Prepare(in PolicyQuestion question, PolicySet policies)
    {
        _question = question;
        _recorder = question.Run.Recorder!;
        Observer observer = _recorder.Observer;
        _options = observer.Options.Policies;
        _entries = policies.At(question.Points);
        _next = 0;
        Verdict = PolicyResult.Allow;
        _beforeBlock = PolicyResult.Allow;
        Redaction = null;
        _context.Fill(question, observer.Options, question.CanHold ? this : null);
        _last = _entries.Length == 0 ? 0 : _recorder.Now();
    }

    /// <summary>The next policy that is to be asked; null when all have been, or one has blocked.</summary>
    private PolicyEntry? Next()
    {
        while (_next < _entries.Length && !Verdict.Blocked)
        {
            PolicyEntry entry = _entries[_next++];
            if (entry.IsFor(_question.Run.Agent))
            {
                _context.Policy = entry.Policy;
                _context.Attempt = Math.Max(1, _question.Attempt);
                int both = (int)(entry.Points & _question.Points);
                _context.Point = (PolicyPoints)(both & -both);
                GuardedBy(entry);
                return entry;
            }
        }

        return null;
    }

    private void GuardedBy(PolicyEntry entry)
    {
        _context.IsObserverWide = entry.Owner is null;
        _context.Meter = entry.MeterIn(_question.Meter, _recorder);
        _context.IsGuardedCall = entry.Owner is null
            ? _question.IsRun || IsNamedBy(_question.Descriptor, entry.Policy)
            : ReferenceEquals(_context.Meter, _question.Meter) && ReferenceEquals(entry.Owner.Owner, _question.Descriptor);
    }

    /// <summary>Whether the attributed method names a policy that is asked for every run anyway.</summary>
    private static bool IsNamedBy(ScopeDescriptor? descriptor, IPolicy policy)
    {
        foreach (IPolicy declared in descriptor?.Policies ?? [])
        {
            if (ReferenceEquals(declared, policy) || (declared is NamedPolicy && declared.Name == policy.Name))
            {
                return true;
            }
        }

        return false;
    }

    private PolicyResult Ask(PolicyEntry entry)
    {
        if (t_depth >= Deepest)
        {
            return Failed(entry, AsksItself);
        }

        t_depth++;
        try
        {
            return entry.Policy.Evaluate(_context) ?? Failed(entry, "gave no answer");
        }
        catch (Exception exception)
        {
            return Failed(entry, $"failed with {exception.GetType().Name}");
        }
        finally
        {
            t_depth--;
        }
    }

    private static PolicyResult Failed(PolicyEntry entry, string how) =>
        new(entry.OnFailure == PolicyFailure.Open ? PolicyAction.Warn : PolicyAction.Block, $"the policy {how}");

    private bool ShouldAskAgain(PolicyResult answer) =>
        answer.ShouldRetry && _context.IsBefore && _context.Attempt < _options.MaxAttempts && !(answer.RetryAfter > BackOff.Longest);

    private TimeSpan PauseBefore(PolicyResult answer) => answer.RetryAfter ?? BackOff.After(_context.Attempt, _options.RetryDelay);

    private void Take(PolicyEntry entry, PolicyResult answer)
    {
        if (answer.ShouldRetry && _context.IsBefore)
        {
            answer = new PolicyResult(PolicyAction.Throttle, $"{answer.Reason} (asked {_context.Attempt} times)")
            {
                RetryAfter = answer.RetryAfter,
                Metadata = answer.Metadata,
            };
        }

        answer = ReferenceEquals(answer, PolicyResult.Allow) ? entry.Allowed : answer.From(entry.Policy);
        Record(entry, answer);
        _beforeBlock = Verdict;
        if (answer.Action == PolicyAction.Redact)
        {
            Redaction = new Redaction(answer, Redaction);
        }

        if (answer.Action > Verdict.Action)
        {
            Verdict = answer;
        }
    }

    private void Record(PolicyEntry entry, PolicyResult answer)
    {
        long now = _recorder.Now();
        _recorder.NotePolicyCheck(_question.ScopeId, entry.RecordedTexts, entry.Priority, _question.Phase, answer, now, now - _last);
        _last = now;
    }
}
