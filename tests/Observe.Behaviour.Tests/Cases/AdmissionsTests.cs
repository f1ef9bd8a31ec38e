using Cases.Admissions;
using Observe.Behaviour.Tests.Governance;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class AdmissionsTests
{
    public static TheoryData<string> All => [.. GateCalls.All.Keys];

    public static TheoryData<string> Asynchronous => [.. GateCalls.All.Where(call => call.Value.IsAwaited).Select(call => call.Key)];

    public static TheoryData<string> Skippable => [.. GateCalls.All.Where(call => call.Value.Nothing is not null).Select(call => call.Key)];

    public static TheoryData<string> Unskippable => [.. GateCalls.All.Where(call => call.Value.Nothing is null).Select(call => call.Key)];

    public static TheoryData<string> WithText => [.. GateCalls.All.Where(call => call.Value.HasText).Select(call => call.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_an_observer_nobody_is_asked(string name)
    {
        Gatekeeper.Answer = (_, _) => throw new InvalidOperationException("asked");
        Gates gates = new();
        await GateCalls.All[name].CallAsync(gates, "text");
        Assert.NotEmpty(gates.Log);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_call_that_is_allowed_goes_on(string name)
    {
        (RunTrace trace, Gates gates, _) = await GovernedRun.OfAsync(_ => PolicyResult.Allow, gates => GateCalls.All[name].CallAsync(gates, "text"));

        Assert.NotEmpty(gates.Log);
        ScopeTrace scope = Assert.Single(trace.Scopes);
        Assert.Equal(Outcome.Ok, scope.Outcome);
        PolicyCheckTrace check = Assert.Single(scope.PolicyChecks);
        Assert.Equal(("gatekeeper", PolicyAction.Allow), (check.Policy, check.Action));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_body_of_a_blocked_call_never_starts(string name)
    {
        (RunTrace trace, Gates gates, Exception? thrown) =
            await GovernedRun.OfAsync(_ => PolicyResult.Block("no"), gates => GateCalls.All[name].CallAsync(gates, "text"));

        Assert.Empty(gates.Log);
        Assert.Equal("no", Assert.IsType<PolicyViolationException>(thrown).Result.Reason);
        ScopeTrace scope = Assert.Single(trace.Scopes);
        Assert.Equal(Outcome.Blocked, scope.Outcome);
        Assert.Equal((PolicyAction.Block, "no"), (Assert.Single(scope.PolicyChecks).Action, scope.PolicyChecks[0].Reason));
    }

    [Theory]
    [MemberData(nameof(Asynchronous))]
    public async Task An_asynchronous_call_that_is_blocked_returns_what_throws_when_it_is_awaited(string name)
    {
        await GovernedRun.OfAsync(_ => PolicyResult.Throttle("later"), async gates =>
        {
            Task call = GateCalls.All[name].CallAsync(gates, "text");
            await Assert.ThrowsAsync<PolicyViolationException>(() => call);
        });
    }

    [Theory]
    [MemberData(nameof(Asynchronous))]
    public async Task The_answer_is_complete_before_the_body_starts(string name)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<PolicyResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Gatekeeper.Answer = (_, _) =>
        {
            asked.SetResult();
            return new(answer.Task);
        };
        await GovernedRun.OfAsync(async gates =>
        {
            Task call = GateCalls.All[name].CallAsync(gates, "text");
            await asked.Task;
            Assert.False(call.IsCompleted);
            Assert.Empty(gates.Log);

            answer.SetResult(PolicyResult.Allow);
            await call;
            Assert.NotEmpty(gates.Log);
        });
    }

    [Theory]
    [MemberData(nameof(Asynchronous))]
    public async Task A_late_block_is_a_block(string name)
    {
        Gatekeeper.Answer = async (_, _) =>
        {
            await Task.Yield();
            return PolicyResult.Block("late");
        };
        (RunTrace trace, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(gates => GateCalls.All[name].CallAsync(gates, "text"));

        Assert.Empty(gates.Log);
        Assert.IsType<PolicyViolationException>(thrown);
        Assert.Equal(Outcome.Blocked, Assert.Single(trace.Scopes).Outcome);
    }

    [Theory]
    [MemberData(nameof(Skippable))]
    public async Task A_call_that_is_skipped_returns_nothing(string name)
    {
        GateCall call = GateCalls.All[name];
        object? returned = "not yet";
        (RunTrace trace, Gates gates, Exception? thrown) =
            await GovernedRun.OfAsync(_ => PolicyResult.Skip("not now"), async gates => returned = await call.CallAsync(gates, "text"));

        Assert.Null(thrown);
        Assert.Empty(gates.Log);
        Assert.Equal(call.Nothing!(), returned);
        Assert.Equal(Outcome.Blocked, Assert.Single(trace.Scopes).Outcome);
    }

    [Theory]
    [MemberData(nameof(Skippable))]
    public async Task A_call_may_be_skipped_after_a_while(string name)
    {
        GateCall call = GateCalls.All[name];
        if (call.IsAwaited)
        {
            Gatekeeper.Answer = async (_, _) =>
            {
                await Task.Yield();
                return PolicyResult.Skip("not now");
            };
            object? returned = "not yet";
            (_, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(async gates => returned = await call.CallAsync(gates, "text"));
            Assert.Null(thrown);
            Assert.Empty(gates.Log);
            Assert.Equal(call.Nothing!(), returned);
        }
    }

    [Theory]
    [MemberData(nameof(Unskippable))]
    public async Task Where_nothing_can_be_returned_a_skip_is_a_block(string name)
    {
        (_, Gates gates, Exception? thrown) =
            await GovernedRun.OfAsync(_ => PolicyResult.Skip("not now"), gates => GateCalls.All[name].CallAsync(gates, "text"));

        Assert.Empty(gates.Log);
        Assert.IsType<PolicyViolationException>(thrown);
    }

    [Theory]
    [MemberData(nameof(WithText))]
    public async Task Texts_are_masked_when_a_policy_wants_it(string name)
    {
        (_, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(
            _ => PolicyResult.Redact("personal"), gates => GateCalls.All[name].CallAsync(gates, "ann@example.org"));

        Assert.Null(thrown);
        Assert.NotEmpty(gates.Log);
        Assert.All(gates.Log, entry => Assert.DoesNotContain("ann@example.org", entry, StringComparison.Ordinal));
        Assert.Contains("##EMAIL##", gates.Log[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_policy_does_not_see_it_does_not_redact()
    {
        (_, Gates gates, _) = await GovernedRun.OfAsync(_ => PolicyResult.Redact("personal"), gates =>
        {
            gates.Do("bob@example.org", "eve@example.org", "see bob@example.org");
            return Task.CompletedTask;
        });
        Assert.Equal(["##EMAIL## eve@example.org see ##EMAIL##"], gates.Log);
    }

    [Fact]
    public async Task A_run_that_is_blocked_is_recorded_with_the_answer_and_nothing_else()
    {
        Gatekeeper.Answer = (_, _) => new(PolicyResult.Block("closed"));
        await using Recording recording = Recording.Start();
        Gates gates = new();
        Task<string> call = gates.RunAsync("text");

        PolicyViolationException thrown = await Assert.ThrowsAsync<PolicyViolationException>(() => call);
        Assert.Equal(("closed", "gatekeeper"), (thrown.Result.Reason, thrown.Result.PolicyName));
        Assert.Empty(gates.Log);
        RunTrace run = await recording.RunAsync();
        Assert.Equal(("Gates", Outcome.Blocked), (run.Agent, run.Outcome));
        Assert.Empty(run.Scopes);
        Assert.Equal(PolicyAction.Block, Assert.Single(run.PolicyChecks).Action);
    }

    [Fact]
    public async Task A_run_that_is_allowed_late_runs()
    {
        Gatekeeper.Answer = async (_, _) =>
        {
            await Task.Yield();
            return PolicyResult.Allow;
        };
        await using Recording recording = Recording.Start();
        Assert.Equal("text", await new Gates().RunAsync("text"));
        Assert.Equal((Outcome.Ok, "\"text\""), ((await recording.RunAsync()).Outcome, (await recording.RunAsync()).Result));
    }

    [Fact]
    public async Task The_attempts_of_a_guarded_call_are_admitted_once()
    {
        int asked = 0;
        (RunTrace trace, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(
            _ =>
            {
                asked++;
                return PolicyResult.Warn("careful");
            },
            gates => gates.FetchAsync("f", null));

        Assert.Null(thrown);
        Assert.Equal((1, 2), (asked, gates.Log.Count));
        Assert.Single(Assert.Single(trace.Scopes).Events);
    }

    [Fact]
    public async Task An_asynchronous_call_of_a_struct_changes_the_struct_itself()
    {
        await GovernedRun.OfAsync(_ => PolicyResult.Warn("careful"), async _ =>
        {
            Counter counter = default;
            await counter.AddAsync(2);
            Assert.Equal(2, counter.Count);
            Assert.Equal(5, await new Fixed(5).GetAsync());
        });
    }
}
