using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Policies guard what finds no room in the buffer too, and hold nothing for it.</summary>
public class FullBufferTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "unrecorded tool");

    private static readonly ScopeDescriptor s_agent = new(ScopeKind.Run, "unrecorded agent");

    [Fact]
    public async Task A_run_by_hand_that_finds_no_room_holds_nothing_after_its_end()
    {
        CountedHolds holds = new();
        await using TestObserver test = Full(options => options.Policies.Add(holds.Policy(PolicyPoints.BeforeRun), agents: ["inner"]));
        test.Observer.Run("outer", _ =>
        {
            Assert.False(test.Observer.Status.Dropped > 0);
            using (ActiveRun inner = RunContext.Begin("inner"))
            {
                Assert.False(inner.Context.IsRecording);
                Assert.Equal(1, holds.Taken);
            }

            holds.AssertAllReleased(taken: 1);
            test.Observer.Run("inner", _ => { });
            holds.AssertAllReleased(taken: 2);
        });
        AssertBalanced(test);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_finds_no_room_gives_back_what_a_policy_took_after_a_wait(bool isCancelled)
    {
        CountedHolds holds = new();
        TaskCompletionSource go = new();
        using CancellationTokenSource source = new();
        await using TestObserver test = Full(options => options.Policies
            .Add(
                new AskedPolicy("later", PolicyPoints.BeforeRun, async (context, token) =>
                {
                    await go.Task;
                    context.Hold(holds.Take());
                    token.ThrowIfCancellationRequested();
                    return PolicyResult.Allow;
                }),
                agents: ["unrecorded agent"]));
        bool called = false;
        await test.Observer.RunAsync("outer", async _ =>
        {
            Task<string> task = EngineCall.Async(s_agent, "x", text =>
            {
                called = true;
                return Task.FromResult(text);
            }, source.Token);
            Assert.False(called);
            if (isCancelled)
            {
                await source.CancelAsync();
            }

            go.SetResult();
            Assert.Equal(isCancelled, await Record.ExceptionAsync(() => task) is OperationCanceledException);
            Assert.Equal(!isCancelled, called);
            holds.AssertAllReleased(taken: 1);
        });
        AssertBalanced(test);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_finds_no_room_gives_back_what_was_held_when_its_wait_is_cancelled(bool isAsync)
    {
        CountedHolds holds = new();
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        await using TestObserver test = Full(options => options.Policies
            .Add(holds.Policy(PolicyPoints.BeforeRun), agents: ["unrecorded agent"])
            .Add(new AnswerPolicy("busy", PolicyPoints.BeforeRun, _ => PolicyResult.Retry("busy", TimeSpan.FromSeconds(30))), agents: ["unrecorded agent"]));
        await test.Observer.RunAsync("outer", async _ =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => Assert.NotNull(isAsync
                ? await EngineCall.Async(s_agent, "x", Task.FromResult, source.Token)
                : EngineCall.Sync(s_agent, "x", text => text, write: null, source.Token)));
            holds.AssertAllReleased(taken: 1);
        });
    }

    [Fact]
    public async Task A_call_that_finds_no_room_is_still_guarded()
    {
        CountedHolds holds = new();
        await using TestObserver test = Full(options => options.Policies
            .Add(holds.Policy(PolicyPoints.BeforeToolCall))
            .Add(new AnswerPolicy("gate", PolicyPoints.BeforeToolCall, context => context.Usage.ToolCalls >= 2 ? PolicyResult.Block("enough") : PolicyResult.Allow)));
        int called = 0;
        await test.Observer.RunAsync("outer", async run =>
        {
            Fill(run, test);
            for (int i = 0; i < 2; i++)
            {
                await EngineCall.Async(s_tool, new string('x', 500), text =>
                {
                    called++;
                    return Task.FromResult(text);
                });
            }

            await Assert.ThrowsAsync<PolicyViolationException>(() => EngineCall.Async(s_tool, new string('x', 500), Task.FromResult));
            holds.AssertAllReleased(taken: 3);
        });
        Assert.Equal(2, called);
        AssertBalanced(test);
    }

    [Fact]
    public async Task A_stream_whose_second_reading_finds_no_room_and_is_refused_does_not_make_its_run_look_blocked()
    {
        int asked = 0;
        await using TestObserver test = Full(options => options.Policies.Add(
            new AnswerPolicy("once", PolicyPoints.BeforeToolCall, _ => ++asked > 1 ? PolicyResult.Block("once") : PolicyResult.Allow)));
        ScopeDescriptor stream = new(ScopeKind.ToolCall, "s");
        test.Observer.Run("outer", run =>
        {
            IEnumerable<int> numbers = EngineCall.Stream(stream, static () => Enumerable.Range(0, 1).Select(i => i));
            Assert.Single(numbers);
            Fill(run, test, least: 1);
            PolicyViolationException thrown = Assert.Throws<PolicyViolationException>(() => numbers.GetEnumerator());
            Assert.Equal("once", thrown.Result.Reason);
            Assert.False(thrown.Stopped(run.Recorder!, scopeId: 0));
        });
        AssertBalanced(test);
    }

    private static TestObserver Full(Action<ObserverOptions> configure) => new(options =>
    {
        options.MaxBufferBytes = options.SegmentBytes = 1024;
        configure(options);
    });

    private static void Fill(RunContext run, TestObserver test, int least = 60)
    {
        string text = new('x', 600);
        for (int size = 600; size >= least; size /= 2)
        {
            long before = test.Observer.Status.Dropped;
            while (test.Observer.Status.Dropped == before)
            {
                run.SetTag("t", text[..size]);
            }
        }
    }

    private static void AssertBalanced(TestObserver test)
    {
        FlushResult status = test.Observer.Status;
        Assert.Equal(status.Recorded, status.Exported + status.Dropped + status.Pending);
        Assert.True(status.Pending >= 0);
    }
}
