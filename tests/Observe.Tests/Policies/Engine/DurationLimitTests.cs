using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>The budget of time of a method, where observer or run end before the call does.</summary>
public class DurationLimitTests
{
    private static readonly ScopeDescriptor s_limited = new(ScopeKind.ToolCall, "limited") { MaxDurationSeconds = 60 };

    [Fact]
    public void An_observer_that_a_policy_disposes_does_not_break_the_call()
    {
        TestObserver? test = null;
        test = new(options => options.Policies.Add(new AnswerPolicy("ends all", PolicyPoints.BeforeToolCall, _ =>
        {
            test!.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return PolicyResult.Allow;
        })));
        using CancellationTokenSource source = new();
        bool called = false;
        test.Observer.Run("agent", _ => Call(token =>
        {
            called = true;
            Assert.False(token.IsCancellationRequested);
        }, source.Token));
        Assert.True(called);
        FlushResult status = test.Observer.Status;
        Assert.Equal(status.Recorded, status.Exported + status.Dropped + status.Pending);
    }

    [Fact]
    public async Task The_callers_token_still_reaches_a_body_whose_observer_has_been_disposed()
    {
        await using TestObserver test = new();
        using CancellationTokenSource source = new();
        test.Observer.Run("agent", _ => Call(token =>
        {
            test.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Assert.False(token.IsCancellationRequested);
            source.Cancel();
            Assert.True(token.IsCancellationRequested);
        }, source.Token));
    }

    [Fact]
    public async Task The_callers_token_still_reaches_a_body_whose_run_has_ended()
    {
        await using TestObserver test = new();
        using CancellationTokenSource source = new();
        using IDisposable activation = test.Observer.Activate();
        using ActiveRun run = RunContext.Begin("agent");
        Call(token =>
        {
            run.Dispose();
            source.Cancel();
            Assert.True(token.IsCancellationRequested);
        }, source.Token);
    }

    [Fact]
    public async Task The_token_of_a_call_that_takes_too_long_is_cancelled_once_and_not_after_its_end()
    {
        ManualTimers clock = new();
        await using TestObserver test = new(options => options.TimeProvider = clock);
        CancellationToken kept = default;
        test.Observer.Run("agent", _ =>
        {
            Call(token =>
            {
                clock.Advance(TimeSpan.FromSeconds(59));
                Assert.False(token.IsCancellationRequested);
                kept = token;
            });
            clock.Advance(TimeSpan.FromSeconds(100));
            Assert.False(kept.IsCancellationRequested);
            Assert.ThrowsAny<OperationCanceledException>(() => Call(token =>
            {
                clock.Advance(TimeSpan.FromSeconds(60));
                token.ThrowIfCancellationRequested();
            }));
        });
        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Equal([Outcome.Ok, Outcome.Cancelled], trace.Scopes.Select(scope => scope.Outcome));
        Assert.Equal(PolicyAction.Block, Assert.Single(trace.Scopes[1].PolicyChecks).Action);
    }

    private static void Call(Action<CancellationToken> body, CancellationToken cancellationToken = default)
    {
        Assert.True(ObservedCall.TryBeginScope(s_limited, out ObservedCall call));
        call.Enter();
        try
        {
            call.AdmitNow(out _, cancellationToken);
            body(call.Limit(cancellationToken));
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Exit();
        }
    }
}
