namespace Observe.Tests.Policies.Engine;

/// <summary>Approvals whose handler does what it should not.</summary>
public class ApprovalWaitTests
{
    [Theory]
    [InlineData("warn", true)]
    [InlineData("block", false)]
    public async Task A_handler_that_never_answers_ends_with_its_time(string onTimeout, bool goesOn)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ManualTimers clock = new();
        await using TestObserver test = Governed(clock, onTimeout, (_, _) =>
        {
            asked.SetResult();
            return new(new TaskCompletionSource<ApprovalDecision>().Task);
        });
        bool called = false;
        Task run = test.Observer.RunAsync("agent", _ =>
        {
            called = true;
            return Task.CompletedTask;
        });
        await asked.Task;
        Assert.False(called);
        clock.Advance(TimeSpan.FromMinutes(5));
        Exception? thrown = await Record.ExceptionAsync(() => run);
        Assert.Equal((goesOn, !goesOn), (called, thrown is PolicyViolationException));
        Assert.Equal(0, clock.Armed);
    }

    [Fact]
    public async Task A_handler_that_holds_its_thread_ends_with_its_time_too()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim held = new();
        ManualTimers clock = new();
        await using TestObserver test = Governed(clock, "block", (_, _) =>
        {
            asked.SetResult();
            held.Wait(CancellationToken.None);
            return new(new ApprovalDecision(true));
        });
        bool called = false;
        Task run = Task.Run(() => test.Observer.RunAsync("agent", _ =>
        {
            called = true;
            return Task.CompletedTask;
        }));
        await asked.Task;
        Task advance = Task.Run(() => clock.Advance(TimeSpan.FromMinutes(5)));
        Task first = await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(10)));
        held.Set();
        await advance;
        Assert.Same(run, first);
        await Assert.ThrowsAsync<PolicyViolationException>(() => run);
        Assert.False(called);
    }

    [Fact]
    public async Task A_handler_whose_own_request_is_cancelled_has_failed_and_not_run_out_of_time()
    {
        await using TestObserver test = Governed(TimeProvider.System, "warn", (_, _) => throw new TaskCanceledException("the HTTP client gave up"));
        bool called = false;
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => called = true));
        Assert.False(called);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_throws_or_answers_null_denies(bool throws)
    {
        await using TestObserver test = Governed(
            TimeProvider.System, "warn", (_, _) => throws ? throw new FormatException("secret") : new((ApprovalDecision)null!));
        await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("agent", _ => Task.CompletedTask));
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(Outcome.Blocked, run.Outcome);
        Assert.DoesNotContain("secret", Assert.Single(run.Scopes).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_was_lifted_does_not_lift_the_next_one()
    {
        await using TestObserver test = new(options =>
        {
            options.Policies
                .Add(new AnswerPolicy("first", PolicyPoints.BeforeRun, _ => PolicyResult.Warn("hm")))
                .Add(new AnswerPolicy("second", PolicyPoints.BeforeRun, _ => PolicyResult.Block("ask")))
                .Add(new AnswerPolicy("third", PolicyPoints.BeforeRun, _ => PolicyResult.Throttle("later")));
            options.Policies.ApprovalHandler = new Handler((_, _) => new(new ApprovalDecision(true)));
        });
        Assert.Equal("third", Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { })).Result.PolicyName);
        Assert.Equal("third", (await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("agent", _ => Task.CompletedTask))).Result.PolicyName);
    }

    private static TestObserver Governed(
        TimeProvider clock, string onTimeout, Func<ApprovalRequest, CancellationToken, ValueTask<ApprovalDecision>> answer) => new(options =>
    {
        options.TimeProvider = clock;
        options.Policies.Add(new AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => new PolicyResult(PolicyAction.Block, "ask")
        {
            Metadata = new Dictionary<string, string> { ["timeout_minutes"] = "5", ["action_on_timeout"] = onTimeout },
        }));
        options.Policies.ApprovalHandler = new Handler(answer);
    });

    private sealed class Handler(Func<ApprovalRequest, CancellationToken, ValueTask<ApprovalDecision>> answer) : IApprovalHandler
    {
        public ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }
}
