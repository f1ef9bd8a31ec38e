using Observe.CompilerServices;

namespace Observe.Tests.Policies.Budgets;

public class BudgetThroughObserverTests
{
    [Fact]
    public async Task A_call_without_room_never_reaches_the_model_and_says_why()
    {
        await using TestObserver test = Govern(new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxTokens = 1_000 });
        bool called = false;
        test.Observer.Run("agent", _ =>
        {
            ModelCall.Make(tokens: 700);
            PolicyViolationException refused = Assert.Throws<PolicyViolationException>(() => ModelCall.Make(ModelCall.Chat, _ => called = true));
            Assert.Equal("budget", refused.Result.PolicyName);
            Assert.Contains("700 of 1,000 tokens used, 0 reserved for calls going on, 700 needed", refused.Message, StringComparison.Ordinal);
            Assert.Equal(700, RunContext.Current!.Usage.TotalTokens);
        });
        Assert.False(called);
        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Equal(Outcome.Ok, trace.Outcome);
        Assert.Equal([Outcome.Ok, Outcome.Blocked], trace.Scopes.Select(scope => scope.Outcome));
    }

    [Fact]
    public async Task A_run_does_not_begin_when_nothing_is_left()
    {
        await using TestObserver test = Govern(new BudgetLimit { Key = BudgetKey.Session, MaxCalls = 1 });
        test.Observer.Run("agent", _ => ModelCall.Make(), new RunOptions { SessionId = "s" });
        bool began = false;
        PolicyViolationException refused = Assert.Throws<PolicyViolationException>(
            () => test.Observer.Run("agent", _ => began = true, new RunOptions { SessionId = "s" }));
        Assert.Equal("the budget of the session is used up: 1 of 1 calls used", refused.Result.Reason);
        Assert.False(began);
        test.Observer.Run("agent", _ => began = true, new RunOptions { SessionId = "other" });
        Assert.True(began);
        Assert.Equal([Outcome.Ok, Outcome.Blocked, Outcome.Ok], (await test.RunsAsync()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task Calls_recorded_by_hand_count_and_a_check_by_hand_sees_it()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxCostUsd = 0.01m });
        test.Observer.Run("agent", run =>
        {
            Assert.Equal(PolicyAction.Allow, run.CheckPolicy().Action);
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(1_000, 500) }); // 0.0025 + 0.005 USD
            Assert.Equal(PolicyAction.Allow, run.CheckPolicy().Action);
            run.RecordLlmCall(new LlmCall("gpt-4o") { CostUsd = 0.0025m });
            Assert.Equal("the budget of the run is used up: 0.01 of 0.01 USD used", run.CheckPolicy().Reason);
        });
        test.Observer.Run("agent", run => Assert.Equal(PolicyAction.Allow, run.CheckPolicy().Action));
    }

    [Fact]
    public async Task A_check_by_hand_before_a_call_by_hand_holds_nothing()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxCalls = 1 });
        test.Observer.Run("agent", run =>
        {
            Assert.True(run.CheckPolicy(ScopeKind.LlmCall, "gpt-4o").Allowed);
            Assert.True(run.CheckPolicy(ScopeKind.LlmCall, "gpt-4o").Allowed);
            run.RecordLlmCall(new LlmCall("gpt-4o"));
            Assert.True(run.CheckPolicy(ScopeKind.LlmCall, "gpt-4o").Blocked);
        });
    }

    [Fact]
    public async Task An_overdrawn_run_carries_a_warning_at_its_end()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxTokens = 100 });
        test.Observer.Run("agent", _ => ModelCall.Make(tokens: 150));
        RunTrace trace = Assert.Single(await test.RunsAsync());
        PolicyCheckTrace check = trace.PolicyChecks[^1];
        Assert.Equal(
            (PolicyAction.Warn, PolicyPhase.PostExecution, "the budget of the run is overdrawn: 150 of 100 tokens used"),
            (check.Action, check.Phase, check.Reason));
    }

    [Fact]
    public async Task A_call_that_fails_before_any_usage_is_known_gives_its_reservation_back()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxCalls = 1 });
        test.Observer.Run("agent", _ =>
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.Throws<TimeoutException>(() => ModelCall.Make(ModelCall.Chat, _ => throw new TimeoutException()));
            }

            ModelCall.Make(tokens: 10);
            Assert.Throws<PolicyViolationException>(() => ModelCall.Make(tokens: 10));
        });
    }

    [Fact]
    public async Task A_call_that_fails_after_its_usage_is_known_is_charged()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxTokens = 100 });
        test.Observer.Run("agent", run =>
        {
            Assert.Throws<TimeoutException>(() => ModelCall.Make(ModelCall.Chat, _ =>
            {
                run.ReportLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(60, 40) });
                throw new TimeoutException();
            }));
            Assert.Equal("the budget of the run is used up: 100 of 100 tokens used", run.CheckPolicy().Reason);
        });
    }

    [Fact]
    public async Task A_call_that_says_nothing_of_its_usage_counts_as_much_as_was_reserved()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxTokens = 2_000 });
        test.Observer.Run("agent", run =>
        {
            ModelCall.Make();
            ModelCall.Make();
            Assert.Equal("the budget of the run is used up: 2,000 of 2,000 tokens used", run.CheckPolicy().Reason);
        });
    }

    [Fact]
    public async Task A_child_run_uses_up_the_budget_of_the_run_around_it()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxCalls = 2 });
        test.Observer.Run("outer", outer =>
        {
            test.Observer.Run("inner", _ => ModelCall.Make());
            test.Observer.Run("inner", inner =>
            {
                ModelCall.Make();
                Assert.Equal("the budget of the run is used up: 2 of 2 calls used", inner.CheckPolicy().Reason);
            });
            Assert.Throws<PolicyViolationException>(() => ModelCall.Make());
            Assert.Throws<PolicyViolationException>(() => test.Observer.Run("inner", _ => { }));
        });
        test.Observer.Run("outer", _ => ModelCall.Make());
    }

    [Fact]
    public async Task A_budget_for_some_agents_is_no_budget_of_the_run_that_calls_them()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxCalls = 1 }] }), agents: ["worker-*"]));
        test.Observer.Run("coordinator", _ =>
        {
            for (int i = 0; i < 3; i++)
            {
                ModelCall.Make();
                test.Observer.Run("worker-1", _ =>
                {
                    ModelCall.Make();
                    Assert.Throws<PolicyViolationException>(() => ModelCall.Make());
                });
            }
        });
    }

    [Fact]
    public async Task A_budget_on_a_method_is_for_each_call_of_it_and_everything_in_it()
    {
        await using TestObserver test = new();
        ScopeDescriptor method = new(ScopeKind.ToolCall, "summarize")
        {
            Policies = [DeclaredPolicies.Budget("Agents.Summarize", 0, 0, 1, BudgetKey.Run, BudgetWindow.None, PolicyAction.Block)],
        };
        test.Observer.Run("agent", _ =>
        {
            for (int i = 0; i < 2; i++)
            {
                ModelCall.Make();
                ModelCall.Make(method, _ =>
                {
                    test.Observer.Run("child", _ => ModelCall.Make());
                    PolicyViolationException refused = Assert.Throws<PolicyViolationException>(() => ModelCall.Make());
                    Assert.Equal("Budget", refused.Result.PolicyName);
                });
            }
        });
    }

    [Fact]
    public async Task Nested_budgets_are_kept_side_by_side()
    {
        await using TestObserver test = Govern(new BudgetLimit { MaxCalls = 3 });
        ScopeDescriptor method = new(ScopeKind.Step, "inner")
        {
            Policies = [DeclaredPolicies.Budget("Agents.Inner", 0, 0, 2, BudgetKey.Run, BudgetWindow.None, PolicyAction.Block)],
        };
        test.Observer.Run("agent", _ =>
        {
            ModelCall.Make(method, _ =>
            {
                ModelCall.Make();
                ModelCall.Make();
                Assert.Equal("Budget", Assert.Throws<PolicyViolationException>(() => ModelCall.Make()).Result.PolicyName);
            });
            ModelCall.Make(method, _ =>
            {
                ModelCall.Make();
                Assert.Equal("budget", Assert.Throws<PolicyViolationException>(() => ModelCall.Make()).Result.PolicyName);
            });
        });
    }

    [Fact]
    public async Task Calls_side_by_side_in_one_run_get_no_more_than_there_is()
    {
        await using TestObserver test = Govern(new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Month, MaxCalls = 10 });
        int admitted = 0;
        await test.Observer.RunAsync(
            "agent",
            async _ => await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() =>
            {
                try
                {
                    ModelCall.Make(ModelCall.Chat, _ => Interlocked.Increment(ref admitted));
                }
                catch (PolicyViolationException)
                {
                    Assert.True(admitted > 0);
                }
            }))),
            new RunOptions { UserId = "u" });
        Assert.Equal(10, admitted);
    }

    [Fact]
    public async Task A_customer_has_the_budget_that_the_directory_says()
    {
        await using TestObserver test = new(options =>
        {
            options.Policies.EndUsers = new Customers();
            options.Policies.Add(new EndUserBudgetPolicy(new EndUserBudgetRules()));
        });
        RunOptions ada = new() { EndUserId = "ada" };
        test.Observer.Run("agent", _ => ModelCall.Make(costUsd: 0.05m), ada);
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }, ada));
        test.Observer.Run("agent", _ => ModelCall.Make(costUsd: 5), new RunOptions { EndUserId = "bob" });
        test.Observer.Run("agent", _ => ModelCall.Make(costUsd: 5), new RunOptions { EndUserId = "bob" });
    }

    private static TestObserver Govern(params BudgetLimit[] limits) => new(options =>
        options.Policies.Add(new BudgetPolicy(new BudgetRules { Limits = limits, WarningThresholdPercent = null })));

    private sealed class Customers : IEndUserDirectory
    {
        public EndUser? Find(string id) => id == "ada" ? new EndUser("ada") { MonthlyBudgetCents = 5 } : new EndUser(id);
    }
}
