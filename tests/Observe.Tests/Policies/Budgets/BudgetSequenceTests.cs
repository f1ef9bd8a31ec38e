namespace Observe.Tests.Policies.Budgets;

/// <summary>Random sequences of calls against a model that is too simple to be wrong.</summary>
public class BudgetSequenceTests
{
    private static readonly RunContext[] s_runs =
    [
        BudgetDesk.Run("a", "s1", "u1"), BudgetDesk.Run("a", "s1", "u2"), BudgetDesk.Run("b", "s2", "u1"), BudgetDesk.Run("b"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_budget_answers_as_a_list_of_all_calls_does(int seed)
    {
        Random random = new(seed);
        for (int sequence = 0; sequence < 150; sequence++)
        {
            BudgetRules rules = Rules(random);
            BudgetDesk desk = new(new BudgetPolicy(rules));
            BudgetModel model = new(rules);
            List<(RunContext Run, IPolicyHold Hold, BudgetModelCall Call)> open = [];
            for (int action = 0; action < 80; action++)
            {
                RunContext run = s_runs[random.Next(s_runs.Length)];
                switch (random.Next(10))
                {
                    case < 5:
                        string name = random.Next(2) == 0 ? "gpt-4o" : "gpt-4o-mini";
                        bool expected = model.HasRoom(run, name, desk.Clock.GetUtcNow());
                        (PolicyResult answer, IPolicyHold? hold) = desk.Call(run, model: name);
                        Assert.Equal(expected, answer.Allowed);
                        if (hold is not null)
                        {
                            open.Add((run, hold, model.Begin(run, name, desk.Clock.GetUtcNow())));
                        }

                        break;
                    case < 8 when open.Count > 0:
                        int at = random.Next(open.Count);
                        LlmUsage used = random.Next(4) == 0
                            ? BudgetDesk.Used(model: open[at].Call.Model)
                            : BudgetDesk.Used(random.Next(400), random.Next(400) / 1000m, open[at].Call.Model);
                        desk.Charge(open[at].Run, used, open[at].Hold);
                        open[at].Hold.Release();
                        model.Settle(open[at].Call, used);
                        open.RemoveAt(at);
                        break;
                    case 8 when open.Count > 0:
                        int failed = random.Next(open.Count);
                        open[failed].Hold.Release();
                        model.Calls.Remove(open[failed].Call);
                        open.RemoveAt(failed);
                        break;
                    default:
                        desk.Clock.Advance(TimeSpan.FromHours(random.Next(1, 7)));
                        Assert.Equal(!model.IsUsedUp(run, desk.Clock.GetUtcNow()), desk.Ask(PolicyPoints.Checkpoint, run).Allowed);
                        break;
                }
            }
        }
    }

    private static BudgetRules Rules(Random random)
    {
        BudgetLimit[] limits = new BudgetLimit[random.Next(1, 4)];
        for (int i = 0; i < limits.Length; i++)
        {
            int units = random.Next(1, 8);
            limits[i] = new BudgetLimit
            {
                Key = (BudgetKey)random.Next(6),
                Window = (BudgetWindow)random.Next(3),
                MaxCalls = (units & 1) != 0 ? random.Next(0, 12) : null,
                MaxTokens = (units & 2) != 0 ? random.Next(200, 3_000) : null,
                MaxCostUsd = (units & 4) != 0 ? random.Next(200, 3_000) / 1000m : null,
                Model = random.Next(3) == 0 ? "gpt-4o" : null,
            };
        }

        return new BudgetRules { Limits = limits, ReserveTokens = random.Next(0, 200), ReserveCostUsd = random.Next(0, 200) / 1000m };
    }
}
