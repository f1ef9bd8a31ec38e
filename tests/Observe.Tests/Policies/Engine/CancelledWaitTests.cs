using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Callers that give up while a policy is being asked.</summary>
public class CancelledWaitTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "cancelled tool");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_that_notices_the_token_cancels_the_task_and_never_throws_at_the_call(bool atOnce)
    {
        await using TestObserver test = new(options => options.Policies.Add(new AskedPolicy("gate", PolicyPoints.BeforeToolCall, (_, token) =>
            atOnce ? throw new OperationCanceledException(token) : ValueTask.FromCanceled<PolicyResult>(token))));
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        bool called = false;
        await test.Observer.RunAsync("agent", async _ =>
        {
            Task<string> task = EngineCall.Async(s_tool, "arguments", text =>
            {
                called = true;
                return Task.FromResult(text);
            }, source.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.True(task.IsCanceled);
        });
        Assert.False(called);
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal(Outcome.Cancelled, scope.Outcome);
        Assert.Null(scope.Result);
    }

    [Fact]
    public async Task The_pause_of_a_policy_that_wants_to_be_asked_again_ends_with_the_token()
    {
        using CancellationTokenSource source = new();
        await using TestObserver test = new(options => options.Policies.Add(new AnswerPolicy("busy", PolicyPoints.BeforeToolCall, _ =>
        {
            source.CancelAfter(1);
            return PolicyResult.Retry("busy", TimeSpan.FromSeconds(30));
        })));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Assert.ThrowsAny<OperationCanceledException>(
                () => EngineCall.Sync(s_tool, "arguments", text => text, static (writer, value) => writer.Write(value), source.Token));
            Task<string> task = EngineCall.Async(s_tool, "arguments", Task.FromResult, source.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.All(run.Scopes, scope => Assert.Equal((Outcome.Cancelled, (string?)null), (scope.Outcome, scope.Result)));
    }

    [Fact]
    public async Task What_was_held_before_the_wait_was_cancelled_is_given_back()
    {
        CountedHolds holds = new();
        using CancellationTokenSource source = new();
        await using TestObserver test = new(options => options.Policies
            .Add(holds.Policy(PolicyPoints.BeforeToolCall))
            .Add(new AskedPolicy("later", PolicyPoints.BeforeToolCall, async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return PolicyResult.Allow;
            })));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Task<string> task = EngineCall.Async(s_tool, "x", Task.FromResult, source.Token);
            Assert.Equal(1, holds.Open);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            holds.AssertAllReleased(taken: 1);
        });
    }
}
