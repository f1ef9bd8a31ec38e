using System.Globalization;

namespace Observe.Tests.Policies.Budgets;

/// <summary>Alone, because they keep every core busy.</summary>
[Collection(ProcessWide.Name)]
public class BudgetRaceTests
{
    /// <summary>How many rounds; the environment variable asks for more or fewer. Default: 10,000.</summary>
    private const string RoundsVariable = "OBSERVE_TESTS_BUDGET_ROUNDS";

    private const int Threads = 200;
    private const int Room = 10;

    private static readonly int s_rounds =
        int.TryParse(Environment.GetEnvironmentVariable(RoundsVariable), CultureInfo.InvariantCulture, out int rounds) ? rounds : 10_000;

    [Fact]
    public async Task Of_200_threads_at_a_barrier_a_budget_for_10_calls_admits_exactly_10()
    {
        await using Observer observer = Observer.Create(options => options.Exporters.Add(new InMemoryExporter()));
        BudgetRace[] kinds =
        [
            new(observer, new BudgetLimit { Key = BudgetKey.Run, MaxCalls = Room }),
            new(observer, new BudgetLimit { Key = BudgetKey.Session, MaxTokens = (Room * BudgetRace.Tokens) + 999 }),
            new(observer, new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Day, MaxCostUsd = Room * BudgetRace.CostUsd }),
            new(
                observer,
                new BudgetLimit { Key = BudgetKey.All, MaxCalls = long.MaxValue },
                new BudgetLimit { Key = BudgetKey.EndUser, Window = BudgetWindow.Month, MaxTokens = (Room + 5) * BudgetRace.Tokens },
                new BudgetLimit { Key = BudgetKey.Run, MaxCostUsd = Room * BudgetRace.CostUsd }),
        ];
        int[] admitted = new int[s_rounds];
        BudgetRace current = kinds[0];
        current.Begin(0);
        int round = 0;
        Exception? failure = null;
        using Barrier together = new(Threads, _ =>
        {
            admitted[round] = current.End();
            round++;
            if (round < s_rounds)
            {
                current = kinds[round % kinds.Length];
                current.Begin(round);
            }
        });
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(
            () =>
            {
                try
                {
                    for (int i = 0; i < s_rounds; i++)
                    {
                        current.Try(number);
                        together.SignalAndWait();
                    }
                }
                catch (Exception exception)
                {
                    failure = exception;
                    together.RemoveParticipant();
                }
            },
            maxStackSize: 256 * 1024))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Null(failure);
        Assert.Equal(s_rounds, round);
        Assert.All(admitted, count => Assert.Equal(Room, count));
    }
}
