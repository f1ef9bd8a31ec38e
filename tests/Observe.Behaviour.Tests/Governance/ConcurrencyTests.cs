using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

public sealed class ConcurrencyTests
{
    private const int Threads = 64;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sixty_four_blocked_calls_at_once_have_no_effect(bool isLate)
    {
        Gatekeeper.Answer = async (_, _) =>
        {
            if (isLate)
            {
                await Task.Yield();
            }

            return PolicyResult.Block("no");
        };
        (RunTrace trace, Gates gates, _) = await GovernedRun.OfAsync(gates => OnThreadsAsync(async () =>
        {
            await Assert.ThrowsAsync<PolicyViolationException>(() => gates.SendAsync("x"));
            await Assert.ThrowsAsync<PolicyViolationException>(() => GateCalls.ReadAsync(gates.StreamAsync("a b")));
            await Assert.ThrowsAsync<PolicyViolationException>(async () => await gates.StoreAsync("x", 1));
        }));

        Assert.Empty(gates.Log);
        Assert.Equal(3 * Threads, trace.Scopes.Count);
        Assert.All(trace.Scopes, scope => Assert.Equal(Outcome.Blocked, scope.Outcome));
    }

    [Fact]
    public async Task Sixty_four_synchronous_calls_at_once_have_no_effect()
    {
        (RunTrace trace, Gates gates, _) = await GovernedRun.OfAsync(_ => PolicyResult.Block("no"), gates => OnThreadsAsync(() =>
        {
            Assert.Throws<PolicyViolationException>(() => gates.Do("x", "y"));
            Assert.Throws<PolicyViolationException>(() => gates.Add(1, 2));
            return Task.CompletedTask;
        }));

        Assert.Empty(gates.Log);
        Assert.Equal(2 * Threads, trace.Scopes.Count);
    }

    [Fact]
    public async Task Of_calls_at_once_exactly_those_start_that_were_allowed()
    {
        int asked = 0;
        int allowed = 0;
        (RunTrace trace, _, _) = await GovernedRun.OfAsync(
            _ => Interlocked.Increment(ref asked) % 2 == 0 ? PolicyResult.Allow : PolicyResult.Block("every other"),
            gates => OnThreadsAsync(async () =>
            {
                if (await Record.ExceptionAsync(() => new Gates().SendAsync("x")) is null)
                {
                    Interlocked.Increment(ref allowed);
                }
            }));

        Assert.Equal((Threads, Threads / 2), (asked, allowed));
        Assert.Equal(Threads / 2, trace.Scopes.Count(scope => scope.Outcome == Outcome.Ok));
    }

    // The execution context, with the answer and the run in it, flows to each thread.
    private static async Task OnThreadsAsync(Func<Task> call)
    {
        using Barrier barrier = new(Threads);
        TaskCompletionSource[] ends = [.. Enumerable.Range(0, Threads).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        foreach (TaskCompletionSource end in ends)
        {
            new Thread(() =>
            {
                try
                {
                    barrier.SignalAndWait();
                    call().GetAwaiter().GetResult();
                    end.SetResult();
                }
                catch (Exception exception)
                {
                    end.SetException(exception);
                }
            }).Start();
        }

        await Task.WhenAll(ends.Select(end => end.Task));
    }
}
