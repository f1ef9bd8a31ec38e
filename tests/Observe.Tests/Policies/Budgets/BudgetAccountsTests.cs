using System.Globalization;
using System.Runtime.CompilerServices;
using Observe.Policies;
using Observe.Policies.Budgets;

namespace Observe.Tests.Policies.Budgets;

public class BudgetAccountsTests
{
    [Fact]
    public void At_most_twice_as_many_accounts_are_kept_as_are_to_be_remembered()
    {
        BudgetAccounts accounts = new(mostKept: 10);
        for (int i = 0; i < 1_000; i++)
        {
            accounts.Open(Id(i)).Used = new BudgetAmount(i, 0, 0);
            Assert.True(accounts.Count <= 20);
        }

        for (int i = 990; i < 1_000; i++)
        {
            Assert.Equal(i, accounts.Find(Id(i))!.Used.Calls);
        }

        Assert.Null(accounts.Find(Id(500)));
    }

    [Fact]
    public void An_account_that_is_used_again_and_again_is_kept()
    {
        BudgetAccounts accounts = new(mostKept: 10);
        BudgetAccount kept = accounts.Open("kept");
        for (int i = 0; i < 1_000; i++)
        {
            accounts.Open(Id(i));
            if (i % 9 == 0)
            {
                Assert.Same(kept, accounts.Open("kept"));
            }
        }
    }

    [Fact]
    public void An_account_with_a_call_that_goes_on_is_not_forgotten()
    {
        BudgetAccounts accounts = new(mostKept: 10);
        BudgetAccount busy = accounts.Open("busy");
        busy.Reserved = new BudgetAmount(1, 0, 0);
        for (int i = 0; i < 1_000; i++)
        {
            accounts.Open(Id(i));
        }

        Assert.Same(busy, accounts.Find("busy"));
        Assert.True(accounts.Count <= 21);
    }

    [Fact]
    public void Accounts_of_a_window_go_with_it()
    {
        BudgetPolicy policy = new(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Day, MaxCalls = 10 },
                new BudgetLimit { Key = BudgetKey.Session, Window = BudgetWindow.Month, MaxCalls = 10 },
            ],
        });
        BudgetDesk desk = new(policy);
        for (int i = 0; i < 50; i++)
        {
            desk.Spend(BudgetDesk.Run(session: Id(i), user: Id(i)));
        }

        Assert.Equal(100, policy.Ledger.Accounts);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        desk.Spend(BudgetDesk.Run(session: "s", user: "u"));
        Assert.Equal(52, policy.Ledger.Accounts);
    }

    [Fact]
    public void Questions_alone_open_no_accounts()
    {
        BudgetPolicy policy = new(new BudgetRules { Limits = [new BudgetLimit { Key = BudgetKey.User, MaxCalls = 10 }] });
        BudgetDesk desk = new(policy);
        desk.Ask(PolicyPoints.BeforeRun, BudgetDesk.Run(user: "u"));
        desk.Ask(PolicyPoints.Checkpoint, BudgetDesk.Run(user: "u"));
        Assert.Equal(0, policy.Ledger.Accounts);
    }

    [Fact]
    public void The_account_of_a_run_goes_with_the_run()
    {
        BudgetAccounts accounts = new();
        WeakReference account = OpenForARunThatIsGone(accounts);
        for (int i = 0; i < 10 && account.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(account.IsAlive);
        GC.KeepAlive(accounts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference OpenForARunThatIsGone(BudgetAccounts accounts) => new(accounts.OpenOwned(new Meter(null, null)));

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);
}
