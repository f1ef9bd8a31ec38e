namespace Observe.Tests.Policies;

public class RunPolicyTests
{
    [Fact]
    public async Task A_blocked_run_never_calls_the_body_and_is_recorded_as_blocked_with_its_check_and_nothing_else()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Block("closed today"))));
        bool called = false;
        PolicyViolationException violation = await Assert.ThrowsAsync<PolicyViolationException>(
            () => test.Observer.RunAsync("agent", _ =>
            {
                called = true;
                return Task.CompletedTask;
            }));

        Assert.False(called);
        Assert.Equal("gate", violation.Result.PolicyName);
        Assert.Equal("\"agent\" was blocked by policy \"gate\": closed today", violation.Message);
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(Outcome.Blocked, run.Outcome);
        Assert.Empty(run.Scopes);
        PolicyCheckTrace check = Assert.Single(run.PolicyChecks);
        Assert.Equal(("gate", "7", "test"), (check.Policy, check.Version, check.Category));
        Assert.Equal((PolicyPhase.PreExecution, PolicyAction.Block, "closed today"), (check.Phase, check.Action, check.Reason));
    }

    [Fact]
    public async Task A_refused_asynchronous_run_is_a_failed_task_and_no_exception_of_the_call()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Throttle("too many", TimeSpan.FromSeconds(3)))));
        Task task = test.Observer.RunAsync("agent", _ => Task.CompletedTask);
        PolicyViolationException violation = await Assert.ThrowsAsync<PolicyViolationException>(() => task);
        Assert.Equal(TimeSpan.FromSeconds(3), violation.Result.RetryAfter);
        Assert.True(violation.Result.Blocked);
    }

    [Fact]
    public async Task Of_64_threads_none_reaches_the_body_of_a_blocked_run()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Block("no"))));
        int reached = 0;
        using Barrier barrier = new(64);
        Thread[] threads = new Thread[64];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                barrier.SignalAndWait();
                Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => Interlocked.Increment(ref reached)));
            });
            threads[i].Start();
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, reached);
        Assert.All(await test.RunsAsync(), run => Assert.Equal(Outcome.Blocked, run.Outcome));
        Assert.Equal(64, test.Memory.Runs.Count);
    }

    [Fact]
    public async Task A_policy_that_answers_later_is_complete_before_the_body_starts()
    {
        TaskCompletionSource<PolicyResult> answer = new();
        await using TestObserver test = new(options => options.Policies.Add(new LaterPolicy(answer.Task)));
        bool called = false;
        Task run = test.Observer.RunAsync("agent", _ =>
        {
            called = true;
            return Task.CompletedTask;
        });
        Assert.False(run.IsCompleted);
        Assert.False(called);
        answer.SetResult(PolicyResult.Allow);
        await run;
        Assert.True(called);
        Assert.Equal(Outcome.Ok, Assert.Single(await test.RunsAsync()).Outcome);
    }

    [Fact]
    public async Task A_skipped_run_does_not_run_and_does_not_fail()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Skip("not needed"))));
        bool called = false;
        test.Observer.Run("agent", _ => { called = true; });
        await test.Observer.RunAsync("agent", _ => Task.FromException(new InvalidOperationException()));
        Assert.False(called);
        Assert.All(await test.RunsAsync(), run => Assert.Equal(Outcome.Blocked, run.Outcome));
    }

    [Fact]
    public async Task A_skipped_run_that_must_return_something_fails_like_a_blocked_one()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Skip("not needed"))));
        await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("agent", _ => Task.FromResult(1)));
    }

    [Fact]
    public async Task Policies_are_asked_by_priority_until_the_first_one_blocks_and_all_answers_are_recorded()
    {
        AnswerPolicy last = new("last", PolicyPoints.BeforeRun, _ => PolicyResult.Allow) { Priority = 300 };
        await using TestObserver test = new(options => options.Policies
            .Add(last)
            .Add(new AnswerPolicy("block", PolicyPoints.BeforeRun, _ => PolicyResult.Block("no")) { Priority = 200 })
            .Add(new AnswerPolicy("b", PolicyPoints.BeforeRun, _ => PolicyResult.Warn("hm")))
            .Add(new AnswerPolicy("c", PolicyPoints.BeforeRun, _ => PolicyResult.Allow))
            .Add(new AnswerPolicy("first", PolicyPoints.BeforeRun, _ => PolicyResult.Allow), priority: 1));
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }));
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(["first", "b", "c", "block"], run.PolicyChecks.Select(check => check.Policy));
        Assert.Equal(0, last.Asked);
    }

    [Fact]
    public async Task A_policy_is_asked_only_for_the_agents_that_it_is_for()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Block("no")), agents: ["codex-*"]));
        test.Observer.Run("support", _ => { });
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("codex-1", _ => { }));
    }

    [Fact]
    public async Task A_policy_that_throws_blocks_unless_it_may_fail_open()
    {
        await using TestObserver closed = new(options => options.Policies.Add(
            new AnswerPolicy("broken", PolicyPoints.BeforeRun, _ => throw new FormatException("secret"))));
        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => closed.Observer.Run("agent", _ => { }));
        Assert.DoesNotContain("secret", violation.Message, StringComparison.Ordinal);

        await using TestObserver open = new(options => options.Policies.Add(
            new AnswerPolicy("broken", PolicyPoints.BeforeRun, _ => throw new FormatException("secret")), onFailure: PolicyFailure.Open));
        open.Observer.Run("agent", _ => { });
        Assert.Equal(PolicyAction.Warn, Assert.Single(Assert.Single(await open.RunsAsync()).PolicyChecks).Action);
    }

    [Fact]
    public async Task A_policy_that_asks_for_a_retry_is_asked_again_and_at_last_counts_as_throttled()
    {
        AnswerPolicy never = new("never", PolicyPoints.BeforeRun, _ => PolicyResult.Retry("busy", TimeSpan.FromMilliseconds(1)));
        await using TestObserver test = new(options => options.Policies.Add(never));
        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }));
        Assert.Equal(PolicyAction.Throttle, violation.Result.Action);
        Assert.Equal(3, never.Asked);

        AnswerPolicy second = new("second", PolicyPoints.BeforeRun, context =>
            context.Attempt == 1 ? PolicyResult.Retry("busy", TimeSpan.FromMilliseconds(1)) : PolicyResult.Allow);
        await using TestObserver later = new(options => options.Policies.Add(second));
        await later.Observer.RunAsync("agent", _ => Task.CompletedTask);
        Assert.Equal(2, second.Asked);
    }

    [Fact]
    public async Task A_check_by_hand_returns_the_answer_and_never_throws()
    {
        await using TestObserver test = new(options => options.Policies
            .Add(new AnswerPolicy("check", PolicyPoints.Checkpoint, _ => PolicyResult.Block("stop")))
            .Add(new AnswerPolicy("tools", PolicyPoints.BeforeToolCall, context =>
                context.Name == "refund" && context.Arguments.GetText("order") == "o-1" ? PolicyResult.Block("not this one") : PolicyResult.Allow)));
        await test.Observer.RunAsync("agent", async run =>
        {
            Assert.Equal("stop", run.CheckPolicy().Reason);
            Assert.True((await run.CheckPolicyAsync()).Blocked);
            Assert.True(run.CheckPolicy(ScopeKind.ToolCall, "refund", CapturedValue.Map(("order", "o-1"))).Blocked);
            Assert.True((await run.CheckPolicyAsync(ScopeKind.ToolCall, "refund", CapturedValue.Map(("order", "o-2")))).Allowed);
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(Outcome.Ok, run.Outcome);
        Assert.Equal(4, run.PolicyChecks.Count);
    }

    [Fact]
    public async Task With_mid_execution_governance_a_step_by_hand_is_a_checkpoint_that_throws()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("two", PolicyPoints.Checkpoint, context => context.Usage.Steps >= 2 ? PolicyResult.Block("enough") : PolicyResult.Allow)));
        test.Observer.Run("free", run =>
        {
            run.RecordStep("a");
            run.RecordStep("b");
        });
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run(
            "governed",
            run =>
            {
                run.RecordStep("a");
                run.RecordStep("b");
                run.RecordStep("c");
            },
            new RunOptions { MidExecutionGovernance = true }));
        RunTrace governed = (await test.RunsAsync())[1];
        Assert.Equal(Outcome.Error, governed.Outcome);
        Assert.Equal(["a", "b"], governed.Scopes.Select(scope => scope.Name));
    }

    [Fact]
    public async Task What_a_policy_holds_is_released_once_when_the_run_ends_in_whatever_way()
    {
        CountingHold hold = new();
        await using TestObserver test = new(options => options.Policies
            .Add(new AnswerPolicy("slot", PolicyPoints.BeforeRun, context =>
            {
                context.Hold(hold);
                return PolicyResult.Allow;
            }))
            .Add(new AnswerPolicy("late", PolicyPoints.BeforeRun, context => context.Name == "blocked" ? PolicyResult.Block("no") : PolicyResult.Allow)));
        test.Observer.Run("ok", _ => Assert.Equal(0, hold.Released));
        Assert.Equal(1, hold.Released);
        Assert.Throws<InvalidOperationException>(() => test.Observer.Run("fails", _ => throw new InvalidOperationException()));
        Assert.Equal(2, hold.Released);
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("blocked", _ => { }));
        Assert.Equal(3, hold.Released);
    }

    [Fact]
    public async Task Policies_after_the_run_see_result_or_error_and_can_refuse_the_result()
    {
        List<(PolicyPhase, string?)> seen = [];
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("after", PolicyPoints.AfterRun, context =>
            {
                seen.Add((context.Phase, context.Error?.Message));
                return context.Name == "bad" ? PolicyResult.Block("not good enough") : PolicyResult.Allow;
            })));
        await test.Observer.RunAsync("good", _ => Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("fails", _ => Task.FromException(new InvalidOperationException("x"))));
        await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("bad", _ => Task.FromResult(1)));
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("bad", _ => { }));
        Assert.Equal(
            [(PolicyPhase.PostExecution, null), (PolicyPhase.OnFailure, "x"), (PolicyPhase.PostExecution, null), (PolicyPhase.PostExecution, null)], seen);
        Assert.Equal([Outcome.Ok, Outcome.Error, Outcome.Error, Outcome.Error], (await test.RunsAsync()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task An_approval_lifts_a_block_and_is_recorded_as_a_human_turn_with_its_time()
    {
        await using TestObserver test = new(options =>
        {
            options.Policies.Add(new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Block("needs a person")));
            options.Policies.ApprovalHandler = new AnswerHandler(request => new ApprovalDecision(request.Operation == "good", By: "ann"));
        });
        bool called = false;
        await test.Observer.RunAsync("good", _ =>
        {
            called = true;
            return Task.CompletedTask;
        });
        Assert.True(called);
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("bad", _ => { }));
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        ScopeTrace turn = Assert.Single(runs[0].Scopes);
        Assert.Equal((ScopeKind.HumanTurn, "approval"), (turn.Kind, turn.Name));
        Assert.Contains("\"approved\"", turn.Result, StringComparison.Ordinal);
        Assert.Contains("\"ann\"", turn.Result, StringComparison.Ordinal);
        Assert.Equal([Outcome.Ok, Outcome.Blocked], runs.Select(run => run.Outcome));
    }

    private sealed class CountingHold : IPolicyHold
    {
        private int _released;

        public int Released => _released;

        public void Release() => Interlocked.Increment(ref _released);
    }

    private sealed class AnswerHandler(Func<ApprovalRequest, ApprovalDecision> answer) : IApprovalHandler
    {
        public ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken) => new(answer(request));
    }

    private sealed class LaterPolicy(Task<PolicyResult> answer) : IPolicy
    {
        public string Name => "later";

        public string Category => "test";

        public PolicyPoints Points => PolicyPoints.BeforeRun;

        public PolicyResult Evaluate(PolicyContext context) => answer.GetAwaiter().GetResult();

        public async ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) =>
            await answer.ConfigureAwait(false);
    }
}
