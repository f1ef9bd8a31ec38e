using Observe.Policies;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.Budgets;

/// <summary>Asks a budget as the engine does: before calls, after them, and when they are over.</summary>
internal sealed class BudgetDesk(IMeteringPolicy policy) : PolicyHolds
{
    private readonly List<IPolicyHold> _holds = [];

    public ManualClock Clock { get; } = new();

    public IEndUserDirectory? EndUsers { get; init; }

    /// <summary>A run of its own, for these people; it is over.</summary>
    public static RunContext Run(string agent = "agent", string? session = null, string? user = null, string? endUser = null)
    {
        Observer observer = Observer.Create(options => options.Exporters.Add(new InMemoryExporter()));
        RunContext run = Run(observer, agent, session, user, endUser);
        observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return run;
    }

    /// <inheritdoc cref="Run(string, string?, string?, string?)"/>
    public static RunContext Run(Observer observer, string agent, string? session, string? user, string? endUser)
    {
        RunContext context = RunContext.Inactive;
        observer.Run(agent, run => context = run, new RunOptions { SessionId = session, UserId = user, EndUserId = endUser });
        return context;
    }

    public static LlmUsage Used(long? tokens = null, decimal? costUsd = null, string model = "") =>
        new() { Model = model, Provider = "", Tokens = new TokenUsage(tokens, tokens is null ? null : 0), CostUsd = costUsd };

    public PolicyResult Ask(PolicyPoints point, RunContext run, Meter? meter = null, string? model = null, bool isObserverWide = true) =>
        policy.Evaluate(Context(point, run, meter, model, isObserverWide));

    /// <summary>Asks before a call of a model.</summary>
    public (PolicyResult Answer, IPolicyHold? Hold) Call(RunContext run, Meter? meter = null, string? model = null, bool isObserverWide = true)
    {
        _holds.Clear();
        PolicyResult answer = policy.Evaluate(Context(PolicyPoints.BeforeLlmCall, run, meter, model, isObserverWide));
        return (answer, _holds.SingleOrDefault());
    }

    /// <summary>Makes a call that is allowed and uses this much, and ends it.</summary>
    public PolicyResult Spend(
        RunContext run, long? tokens = null, decimal? costUsd = null, Meter? meter = null, string model = "", bool isObserverWide = true)
    {
        (PolicyResult answer, IPolicyHold? hold) = Call(run, meter, model, isObserverWide);
        if (!answer.Blocked)
        {
            Charge(run, Used(tokens, costUsd, model), hold, meter, isObserverWide);
        }

        hold?.Release();
        return answer;
    }

    public void Charge(RunContext run, in LlmUsage used, IPolicyHold? hold = null, Meter? meter = null, bool isObserverWide = true) =>
        policy.Charge(new PolicyCharge(run, used, hold, meter ?? run.Recorder!, isObserverWide, Clock));

    public void MoveTo(DateTimeOffset time) => Clock.Advance(time - Clock.GetUtcNow());

    public override void Add(IPolicy policy, IPolicyHold hold) => _holds.Add(hold);

    private PolicyContext Context(PolicyPoints point, RunContext run, Meter? meter, string? model, bool isObserverWide) => new()
    {
        Run = run,
        Point = point,
        Phase = point == PolicyPoints.BeforeRun ? PolicyPhase.PreExecution : point == PolicyPoints.AfterRun ? PolicyPhase.PostExecution : PolicyPhase.MidExecution,
        Kind = point == PolicyPoints.BeforeLlmCall ? ScopeKind.LlmCall : ScopeKind.Run,
        Name = run.Agent,
        Model = model,
        Meter = meter ?? run.Recorder,
        IsObserverWide = isObserverWide,
        IsGuardedCall = point is PolicyPoints.BeforeRun or PolicyPoints.AfterRun,
        TimeProvider = Clock,
        EndUsers = EndUsers,
        Policy = policy,
        Holds = this,
    };
}
