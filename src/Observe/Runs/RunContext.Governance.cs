using Observe.Policies;
using Observe.Runs;

namespace Observe;

public sealed partial class RunContext
{
    private RunFacts? _facts;

    /// <summary>What the run has used and done so far, its child runs included. All zero when nothing is recorded.</summary>
    public RunUsage Usage => Recorder is { } recorder ? recorder.Usage(recorder) : default;

    /// <summary>What the run has reported about itself for policies to look at.</summary>
    public RunFacts Facts => _facts ?? Interlocked.CompareExchange(ref _facts, new RunFacts(), null) ?? _facts!;

    /// <summary>The same without making a place for facts that may never come.</summary>
    internal RunFacts FactsSoFar => _facts ?? RunFacts.None;

    /// <summary>Whether the policies for <see cref="PolicyPoints.Checkpoint"/> are asked before each step.</summary>
    public bool MidExecutionGovernance =>
        _start.MidExecutionGovernance ?? Recorder?.Observer.Options.Policies.MidExecutionGovernance ?? false;

    /// <summary>What <see cref="SetResult"/> said last, for policies after the run; empty when it was not called.</summary>
    internal ReadOnlyMemory<byte> LastResult { get; private set; }

    /// <summary>Who is asked when a policy blocks; null when that is the observer's business.</summary>
    internal IApprovalHandler? ApprovalHandler => _start.ApprovalHandler;

    internal bool? OwnMidExecutionGovernance => _start.MidExecutionGovernance;

    /// <summary>
    /// Asks the policies for <see cref="PolicyPoints.Checkpoint"/> whether the run may go on. It never throws, whatever the answer:
    /// look at <see cref="PolicyResult.Allowed"/>.
    /// </summary>
    public PolicyResult CheckPolicy() => CheckPolicy(ScopeKind.Run, Agent);

    /// <inheritdoc cref="CheckPolicy()"/>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<PolicyResult> CheckPolicyAsync(CancellationToken cancellationToken = default) =>
        CheckPolicyAsync(ScopeKind.Run, Agent, default, cancellationToken);

    /// <summary>
    /// Asks the policies whether something that is not an observed method may be done. It never throws, whatever the answer: look at
    /// <see cref="PolicyResult.Allowed"/>.
    /// </summary>
    /// <param name="kind">What it is; <see cref="ScopeKind.Run"/> asks the policies for <see cref="PolicyPoints.Checkpoint"/>.</param>
    /// <param name="name">Name of the tool, step, model …</param>
    /// <param name="arguments">What goes in. Default: nothing.</param>
    public PolicyResult CheckPolicy(ScopeKind kind, string name, CapturedValue arguments = default)
    {
        if (Recorder is not { IsGoverned: true })
        {
            return PolicyResult.Allow;
        }

        using Capturing.CapturedBytes bytes = new(Recorder.Observer, arguments);
        PolicyQuestion question = CheckOf(kind, name, new RecordedValue(bytes.Memory));
        if (PoliciesFor(question.Meter)?.Begin(question) is not { } evaluation)
        {
            return PolicyResult.Allow;
        }

        evaluation.Run(CancellationToken.None);
        PolicyResult verdict = evaluation.Verdict;
        evaluation.Return();
        return verdict;
    }

    /// <inheritdoc cref="CheckPolicy(ScopeKind, string, CapturedValue)"/>
    /// <param name="kind">What it is; <see cref="ScopeKind.Run"/> asks the policies for <see cref="PolicyPoints.Checkpoint"/>.</param>
    /// <param name="name">Name of the tool, step, model …</param>
    /// <param name="arguments">What goes in. Default: nothing.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<PolicyResult> CheckPolicyAsync(
        ScopeKind kind, string name, CapturedValue arguments = default, CancellationToken cancellationToken = default)
    {
        if (Recorder is not { IsGoverned: true })
        {
            return PolicyResult.Allow;
        }

        PolicyQuestion question = CheckOf(kind, name, Capture(arguments));
        if (PoliciesFor(question.Meter)?.Begin(question) is not { } evaluation)
        {
            return PolicyResult.Allow;
        }

        await evaluation.RunAsync(cancellationToken).ConfigureAwait(false);
        return evaluation.Verdict;
    }

    /// <summary>The policies that are asked in this run; null when there are none and never will be.</summary>
    internal PolicySet? PoliciesFor(Meter meter)
    {
        PolicySet? observerWide = Recorder!.Observer.Policies;
        PolicySet? enforced = _start.EnforcePolicy ? observerWide : observerWide?.NamedOnly;
        return meter.Guard is { } guard ? guard.With(enforced) : enforced;
    }

    /// <summary>With mid-execution governance, every step by hand and every reported fact is a checkpoint; one that blocks throws.</summary>
    internal void Checkpoint()
    {
        if (Recorder is { IsGoverned: true } && MidExecutionGovernance && CheckPolicy() is { Blocked: true } verdict)
        {
            throw new PolicyViolationException(verdict, Agent);
        }
    }

    private PolicyQuestion CheckOf(ScopeKind kind, string name, RecordedValue arguments)
    {
        Ambient? current = Ambient.Current;
        bool isHere = ReferenceEquals(current?.Run, this);
        return new PolicyQuestion
        {
            Run = this,
            Meter = isHere ? Ambient.MeterOf(current)! : Recorder!,
            Points = kind == ScopeKind.Run ? PolicyPoints.Checkpoint : PolicyGate.Before(kind),
            Phase = PolicyPhase.MidExecution,
            Kind = kind,
            Name = name ?? "",
            Model = kind == ScopeKind.LlmCall ? name : null,
            ScopeId = CurrentScopeId,
            Arguments = arguments,
        };
    }

    private RecordedValue Capture(CapturedValue value)
    {
        using Capturing.CapturedBytes bytes = new(Recorder!.Observer, value);
        return new RecordedValue(bytes.Span.ToArray());
    }
}
