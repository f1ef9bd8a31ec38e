using Cases.Admissions;
using Observe.Behaviour.Tests.Governance;

namespace Observe.Behaviour.Tests.Governing;

/// <summary>What must hold for guarded methods of every shape, whatever a policy does.</summary>
public sealed class ShapesTests
{
    public static TheoryData<string> All => [.. GateCalls.All.Keys];

    public static TheoryData<string> Asynchronous => [.. GateCalls.All.Where(call => call.Value.IsAwaited).Select(call => call.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_policies_hold_is_given_back_once_however_the_call_ends(string name)
    {
        List<Hold> holds = [];
        int lot = 0;
        Gatekeeper.Answer = (context, _) =>
        {
            Hold hold = new();
            holds.Add(hold);
            context.Hold(hold);
            return (lot++ % 6) switch
            {
                0 => new(PolicyResult.Allow),
                1 => new(PolicyResult.Block("no")),
                2 => new(PolicyResult.Skip("not now")),
                3 => throw new FormatException(),
                4 => ValueTask.FromException<PolicyResult>(new FormatException()),
                _ => new((PolicyResult)null!),
            };
        };
        await GovernedRun.OfAsync(async gates =>
        {
            for (int i = 0; i < 12; i++)
            {
                await Record.ExceptionAsync(() => GateCalls.All[name].CallAsync(gates, "text"));
                Assert.All(holds, hold => Assert.Equal(1, hold.Released));
            }
        });
        Assert.Equal(12, holds.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_policy_after_the_call_is_told_once_and_its_block_takes_the_place_of_a_result(string name)
    {
        int asked = 0;
        await using Recording recording = Recording.Start(options => options.Policies.Add(new After(() =>
        {
            asked++;
            return PolicyResult.Block("not good enough");
        })));
        Gatekeeper.Answer = null;
        Gates gates = new();
        Exception? thrown = null;
        await recording.Observer.RunAsync("test", async _ => thrown = await Record.ExceptionAsync(() => GateCalls.All[name].CallAsync(gates, "text")));

        Assert.Equal(1, asked);
        ScopeTrace scope = Assert.Single((await recording.RunAsync()).Scopes);
        bool isStream = name is "Count" or "StreamAsync";
        Assert.Equal(isStream, thrown is null);
        Assert.Equal(isStream ? Outcome.Ok : Outcome.Error, scope.Outcome);
        Assert.True(isStream || scope.Result is null);
        Assert.NotEmpty(gates.Log);
    }

    [Theory]
    [MemberData(nameof(Asynchronous))]
    public async Task An_asynchronous_method_never_throws_at_the_call(string name)
    {
        Exception own = new OperationCanceledException();
        Func<ValueTask<PolicyResult>>[] answers =
        [
            () => throw own,
            () => ValueTask.FromException<PolicyResult>(own),
            () => new(PolicyResult.Retry("busy", TimeSpan.Zero)),
            () => new(PolicyResult.Block("no")),
        ];
        foreach (Func<ValueTask<PolicyResult>> answer in answers)
        {
            Gatekeeper.Answer = (_, _) => answer();
            (RunTrace trace, Gates gates, _) = await GovernedRun.OfAsync(async called =>
            {
                Task call = GateCalls.All[name].CallAsync(called, "text");
                await Assert.ThrowsAsync<PolicyViolationException>(() => call);
            });
            Assert.Empty(gates.Log);
            Assert.Equal(Outcome.Blocked, Assert.Single(trace.Scopes).Outcome);
        }
    }

    [Fact]
    public async Task A_policy_that_notices_the_callers_token_at_once_cancels_the_task_and_does_not_throw_at_the_call()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        Gatekeeper.Answer = (_, token) =>
        {
            token.ThrowIfCancellationRequested();
            return new(PolicyResult.Allow);
        };
        (RunTrace trace, Gates gates, _) = await GovernedRun.OfAsync(async called =>
        {
            ValueTask<int?> call = called.CountAsync("x", source.Token);
            Assert.True(call.IsCanceled);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        });
        Assert.Empty(gates.Log);
        ScopeTrace scope = Assert.Single(trace.Scopes);
        Assert.Equal((Outcome.Cancelled, (string?)null), (scope.Outcome, scope.Result));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_policy_that_disposes_the_observer_leaves_the_call_as_it_would_be_without_one(string name)
    {
        await using Recording recording = Recording.Start();
        Gatekeeper.Answer = (_, _) =>
        {
            recording.Observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return new(PolicyResult.Allow);
        };
        Gates gates = new();
        await recording.Observer.RunAsync("test", async _ => await GateCalls.All[name].CallAsync(gates, "text"));
        Assert.NotEmpty(gates.Log);
        FlushResult status = recording.Observer.Status;
        Assert.Equal((status.Recorded, 0), (status.Exported + status.Dropped, status.Pending));
    }

    private sealed class Hold : IPolicyHold
    {
        private int _released;

        public int Released => _released;

        public void Release() => Interlocked.Increment(ref _released);
    }

    private sealed class After(Func<PolicyResult> answer) : IPolicy
    {
        public string Name => "after";

        public string Category => "test";

        public PolicyPoints Points => PolicyPoints.AfterScope;

        public PolicyResult Evaluate(PolicyContext context) => answer();
    }
}
