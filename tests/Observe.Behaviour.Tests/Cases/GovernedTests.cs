using Cases.Governed;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class GovernedTests
{
    private readonly Bank _bank = new();

    [Fact]
    public async Task Everything_that_is_declared_may_allow_a_call()
    {
        await using Recording recording = Recording.Start(options => options.Policies.AddNamed(new Named()));
        RunOptions teller = new() { UserGroup = "tellers", ApprovalHandler = new Approver() };
        await recording.Observer.RunAsync("test", async _ => Assert.Equal(5, await _bank.RunAsync("ann", 5)), teller);

        RunTrace run = (await recording.RunsAsync())[0];
        Assert.Equal(("bank", Outcome.Ok, "ann"), (run.Agent, run.Outcome, run.UserId));
        Assert.All(run.Scopes, scope => Assert.Equal(Outcome.Ok, scope.Outcome));
        Assert.Contains(run.PolicyChecks, check => check.Policy == "daily-limit");
        Assert.Contains(run.PolicyChecks, check => check.Policy == "everybody");
        Assert.Contains(run.Scope("check").PolicyChecks, check => check.Policy == "small");
    }

    [Fact]
    public async Task A_name_that_no_policy_has_blocks()
    {
        await using Recording recording = Recording.Start();
        PolicyViolationException thrown = await Assert.ThrowsAsync<PolicyViolationException>(() => _bank.RunAsync("ann", 5));
        Assert.Contains("everybody", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_approval_the_call_is_not_made()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync(
            "test",
            _ => Assert.ThrowsAsync<PolicyViolationException>(() => _bank.TransferAsync("bob", 5)),
            new RunOptions { UserGroup = "tellers" });
        Assert.Equal(Outcome.Blocked, (await recording.RunAsync()).Scope("transfer").Outcome);
    }

    [Fact]
    public async Task A_time_budget_is_in_the_token_of_the_body()
    {
        Assert.Equal(3, await _bank.CountAsync(3));
        Assert.False(_bank.Seen.CanBeCanceled);

        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ => Assert.Equal(3, await _bank.CountAsync(3)));
        Assert.True(_bank.Seen.CanBeCanceled);
        Assert.False(_bank.Seen.IsCancellationRequested);
    }

    [Fact]
    public async Task The_callers_token_still_counts()
    {
        await using Recording recording = Recording.Start(options => options.Policies.ApprovalHandler = new Approver());
        using CancellationTokenSource source = new();
        await recording.Observer.RunAsync("test", _ =>
        {
            Assert.Equal(1, _bank.Wait(source.Token));
            return Task.CompletedTask;
        });
        Assert.NotEqual(source.Token, _bank.Seen);
    }

    [Fact]
    public async Task A_stream_beyond_its_time_is_cancelled()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ =>
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (int number in _bank.EndlessAsync(default))
                {
                    Assert.True(number >= 0);
                }
            }));

        ScopeTrace endless = (await recording.RunAsync()).Scope("endless");
        Assert.Equal((Outcome.Cancelled, false), (endless.Outcome, endless.Completed!.Value));
        Assert.True(_bank.Seen.IsCancellationRequested);
    }

    private sealed class Named : IPolicy
    {
        public string Name => "everybody";

        public string Category => "test";

        public PolicyPoints Points => PolicyPoints.BeforeRun;

        public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Warn("seen");
    }

    private sealed class Approver : IApprovalHandler
    {
        public ValueTask<ApprovalDecision> RequestAsync(ApprovalRequest request, CancellationToken cancellationToken) => new(new ApprovalDecision(true, "me"));
    }
}
