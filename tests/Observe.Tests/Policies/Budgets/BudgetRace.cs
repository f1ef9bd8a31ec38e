using System.Globalization;
using Observe.Policies;

namespace Observe.Tests.Policies.Budgets;

/// <summary>
/// One budget that many threads want to call under at once, round after round, each round with a run, session … of its own. In even
/// rounds the calls go on until the end of the round, in odd ones they are settled at once with what was reserved; some fail.
/// </summary>
internal sealed class BudgetRace
{
    public const long Tokens = 1_000;
    public const decimal CostUsd = 0.1m;

    [ThreadStatic]
    private static ThreadSeat? t_seat;

    private readonly Observer _observer;
    private readonly BudgetPolicy _policy;
    private readonly IPolicyHold?[] _holds = new IPolicyHold?[256];
    private RunContext _run = RunContext.Inactive;
    private Meter _meter = new(null, null);
    private bool _settles;
    private int _admitted;

    public BudgetRace(Observer observer, params BudgetLimit[] limits)
    {
        _observer = observer;
        _policy = new BudgetPolicy(new BudgetRules { Limits = limits, ReserveTokens = Tokens, ReserveCostUsd = CostUsd, WarningThresholdPercent = null });
    }

    public void Begin(int round)
    {
        string id = round.ToString(CultureInfo.InvariantCulture);
        _run = BudgetDesk.Run(_observer, "agent", id, id, id);
        _meter = new Meter(null, null);
        _settles = round % 2 == 1;
        _admitted = 0;
    }

    public void Try(int number)
    {
        ThreadSeat seat = t_seat ??= new ThreadSeat();
        PolicyResult answer = _policy.Evaluate(seat.Sit(_policy, _run, _meter));
        if (answer.Blocked)
        {
            return;
        }

        Interlocked.Increment(ref _admitted);
        if (_settles)
        {
            _policy.Charge(new PolicyCharge(_run, BudgetDesk.Used(Tokens, CostUsd), seat.Hold, _meter, true, TimeProvider.System));
            seat.Hold!.Release();
        }
        else
        {
            _holds[number] = seat.Hold;
        }
    }

    /// <summary>Ends the calls that go on; all of them fail, so that as many as before could be made once more.</summary>
    public int End()
    {
        int admitted = _admitted;
        for (int number = 0; number < _holds.Length; number++)
        {
            _holds[number]?.Release();
            _holds[number] = null;
        }

        if (!_settles)
        {
            ThreadSeat seat = t_seat ??= new ThreadSeat();
            List<IPolicyHold> again = [];
            while (_policy.Evaluate(seat.Sit(_policy, _run, _meter)).Allowed)
            {
                again.Add(seat.Hold!);
            }

            again.ForEach(hold => hold.Release());
            admitted = again.Count == admitted ? admitted : -again.Count;
        }

        return admitted;
    }

    private sealed class ThreadSeat : PolicyHolds
    {
        private readonly PolicyContext _context = new() { Point = PolicyPoints.BeforeLlmCall, Kind = ScopeKind.LlmCall, IsObserverWide = true };

        public IPolicyHold? Hold { get; private set; }

        public PolicyContext Sit(IPolicy policy, RunContext run, Meter meter)
        {
            Hold = null;
            _context.Run = run;
            _context.Meter = meter;
            _context.Policy = policy;
            _context.Holds = this;
            return _context;
        }

        public override void Add(IPolicy policy, IPolicyHold hold) => Hold = hold;
    }
}
