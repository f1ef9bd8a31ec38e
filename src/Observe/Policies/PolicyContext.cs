using Observe.Policies;

namespace Observe;

/// <summary>What a policy is asked about. Valid only until the policy has answered: take from it what is needed later.</summary>
public sealed class PolicyContext
{
    private RunUsage _usage;
    private int _ordinal;

    internal PolicyContext()
    {
    }

    /// <summary>The run that is going on, or is about to begin.</summary>
    public RunContext Run { get; internal set; } = RunContext.Inactive;

    /// <summary>When in the life of the run.</summary>
    public PolicyPhase Phase { get; internal set; }

    /// <summary>The single point at which the policy is asked.</summary>
    public PolicyPoints Point { get; internal set; }

    /// <summary>What is about to happen, or has happened; <see cref="ScopeKind.Run"/> at checks by hand that name nothing else.</summary>
    public ScopeKind Kind { get; internal set; }

    /// <summary>Name of the agent, step, tool, decision …</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Kind of the tool, for tool calls; see <see cref="ToolTypes"/>.</summary>
    public string? ToolType { get; internal set; }

    /// <summary>Model, for calls of language models, as far as it is known before the call.</summary>
    public string? Model { get; internal set; }

    /// <summary>
    /// The captured arguments: exactly what is recorded. Empty where capturing is switched off; <see cref="SensitiveAttribute"/>
    /// values are masked and <see cref="NotCapturedAttribute"/> values are missing, for policies too.
    /// </summary>
    public RecordedValue Arguments { get; internal set; }

    /// <summary>The captured result, after a call.</summary>
    public RecordedValue Result { get; internal set; }

    /// <summary>What was thrown, in phase <see cref="PolicyPhase.OnFailure"/>.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>
    /// What was used so far by the run that this policy guards, its child runs included. For a policy of an attribute on a scope's
    /// method: what that call has used.
    /// </summary>
    public RunUsage Usage
    {
        get => Meter is { } meter && Run.Recorder is { } recorder ? BeforeThis(meter.Usage(recorder), meter == recorder) : _usage;
        internal set => _usage = value;
    }

    /// <summary>What the run has reported by hand: requests, data accesses, delegations, retrieval results, changes, scores.</summary>
    public RunFacts Facts => Run.FactsSoFar;

    /// <summary>
    /// Which time the policy is asked the same question, from 1: it answered <see cref="PolicyAction.Retry"/> before. After a call of a
    /// <see cref="RetryAttribute"/> method: which attempt that was.
    /// </summary>
    public int Attempt { get; internal set; } = 1;

    /// <summary>Clock of the observer.</summary>
    public TimeProvider TimeProvider { get; internal set; } = TimeProvider.System;

    /// <summary>The customer of the run, from <see cref="PolicyOptions.EndUsers"/>; null without a directory or when it does not know the customer.</summary>
    public EndUser? EndUser => Run.EndUserId is { } id ? EndUsers?.Find(id) : null;

    /// <summary>Whether the policy is asked before something, so that its answer can still stop it.</summary>
    public bool IsBefore => Phase is PolicyPhase.PreExecution or PolicyPhase.MidExecution;

    /// <summary>
    /// Takes something for the time of the run or scope that is about to begin; it is released when that ends, in whatever way. At
    /// a check by hand and after a call there is nothing to hold for: it is released at once.
    /// </summary>
    /// <param name="hold">What to release.</param>
    public void Hold(IPolicyHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        if (Holds is null)
        {
            hold.Release();
        }
        else
        {
            Holds.Add(Policy!, hold);
        }
    }

    /// <summary>
    /// Whether the run or scope that is about to begin, or has ended, is a call of the method whose attribute the policy comes from.
    /// Always true for a run, where the policy is one of the observer.
    /// </summary>
    public bool IsGuardedCall { get; internal set; }

    internal IEndUserDirectory? EndUsers { get; set; }

    /// <summary>
    /// Counts for what the policy guards: for a policy of the observer, the run; for one of an attribute, that call of its method. The
    /// object is the identity of that run or call. The meters around it are its <see cref="Meter.Outer"/>.
    /// </summary>
    internal Meter? Meter { get; set; }

    /// <summary>Whether the policy is one of the observer, not of an attribute.</summary>
    internal bool IsObserverWide { get; set; }

    /// <summary>The policy that is being asked.</summary>
    internal IPolicy? Policy { get; set; }

    /// <summary>Where holds go; null where there is nothing to hold for.</summary>
    internal PolicyHolds? Holds { get; set; }

    /// <summary>
    /// Without the scope that is about to begin. It has been counted already, so that of many which begin at once each sees another
    /// number, and exactly as many as a policy allows get through.
    /// </summary>
    private RunUsage BeforeThis(RunUsage usage, bool isRun)
    {
        if (_ordinal == 0)
        {
            return usage;
        }

        // What a method's own call uses begins with that call, which is not counted in it.
        int Earlier(int count) => isRun ? _ordinal - 1 : IsGuardedCall ? count : count - 1;
        return Kind switch
        {
            ScopeKind.Step => usage with { Steps = Earlier(usage.Steps) },
            ScopeKind.ToolCall => usage with { ToolCalls = Earlier(usage.ToolCalls) },
            ScopeKind.Decision => usage with { Decisions = Earlier(usage.Decisions) },
            ScopeKind.Retrieval => usage with { Retrievals = Earlier(usage.Retrievals) },
            ScopeKind.Reasoning => usage with { Reasonings = Earlier(usage.Reasonings) },
            ScopeKind.LlmCall => usage with { LlmCalls = Earlier(usage.LlmCalls) },
            _ => usage,
        };
    }

    internal void Fill(in PolicyQuestion question, ObserverOptions options, PolicyHolds? holds)
    {
        Run = question.Run;
        Phase = question.Phase;
        Kind = question.Kind;
        Name = question.Name;
        ToolType = question.ToolType;
        Model = question.Model;
        Arguments = question.Arguments;
        Result = question.Result;
        Error = question.Error;
        TimeProvider = options.TimeProvider;
        EndUsers = options.Policies.EndUsers;
        Holds = holds;
        _ordinal = question.Ordinal;
    }

    /// <summary>Lets go of everything that would be kept alive.</summary>
    internal void Clear()
    {
        Run = RunContext.Inactive;
        Name = "";
        Model = null;
        Arguments = default;
        Result = default;
        Error = null;
        Policy = null;
        Meter = null;
        Holds = null;
    }
}
