using System.Collections.Concurrent;
using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>Calls that wait for a policy which takes its time.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task The_body_starts_in_the_context_of_its_caller()
    {
        Gatekeeper.Answer = LateAsync;
        await GovernedRun.OfAsync(async gates =>
        {
            await Task.CompletedTask;
            OneThread.Run(async () =>
            {
                SynchronizationContext here = SynchronizationContext.Current!;
                SynchronizationContext? there = null;
                await new Inspector(() => there = SynchronizationContext.Current).InspectAsync();
                Assert.Same(here, there);
            });
        });
    }

    [Fact]
    public async Task A_token_ends_the_wait_and_the_body_never_starts()
    {
        using CancellationTokenSource source = new();
        Gatekeeper.Answer = async (_, token) =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return PolicyResult.Allow;
        };
        (RunTrace trace, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(async gates => await gates.CountAsync("x", source.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(thrown);
        Assert.Empty(gates.Log);
        Assert.Equal(Outcome.Cancelled, Assert.Single(trace.Scopes).Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_waited_ends_with_either_token(bool isOfTheCall)
    {
        Gatekeeper.Answer = LateAsync;
        (_, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(async gates =>
        {
            using CancellationTokenSource source = new();
            IAsyncEnumerable<string> stream = isOfTheCall
                ? gates.StreamAsync("a b c", source.Token)
                : gates.StreamAsync("a b c");
            CancellationToken ofTheEnumeration = isOfTheCall ? default : source.Token;
            await foreach (string word in stream.WithCancellation(ofTheEnumeration))
            {
                Assert.Equal("a", word);
                await source.CancelAsync();
            }
        });

        Assert.IsAssignableFrom<OperationCanceledException>(thrown);
        Assert.Equal(["a", "b"], gates.Log);
    }

    [Fact]
    public async Task A_stream_that_waited_is_current_while_it_is_read()
    {
        Gatekeeper.Answer = LateAsync;
        (RunTrace trace, Gates gates, Exception? thrown) = await GovernedRun.OfAsync(async gates =>
        {
            await foreach (string word in gates.StreamAsync("a b"))
            {
                gates.Do(word, "s");
            }
        });

        Assert.Null(thrown);
        Assert.Equal(["a", "a s ", "b", "b s "], gates.Log);
        Assert.Equal(["stream", "do", "do"], trace.Scopes.Select(scope => scope.Name));
        Assert.All(trace.Scopes, scope => Assert.Equal(0, scope.ParentId));
        Assert.Equal(("[\"a\",\"b\"]", 2L, true), (trace.Scopes[0].Result!, trace.Scopes[0].Items!.Value, trace.Scopes[0].Completed!.Value));
    }

    [Fact]
    public async Task The_scope_is_current_in_a_body_that_waited()
    {
        Gatekeeper.Answer = LateAsync;
        (RunTrace trace, _, Exception? thrown) = await GovernedRun.OfAsync(async gates => await gates.StoreAsync("x", 1));

        Assert.Null(thrown);
        Assert.Equal([new KeyValuePair<string, string>("stored", "yes")], trace.Tags);
        Assert.Equal(Outcome.Ok, trace.Scope("store").Outcome);
    }

    private static async ValueTask<PolicyResult> LateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        return PolicyResult.Allow;
    }

    /// <summary>Runs everything that is posted to it on the calling thread.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

        public static void Run(Func<Task> action)
        {
            OneThread context = new();
            SynchronizationContext? before = Current;
            SetSynchronizationContext(context);
            try
            {
                Task task = action();
                task.ContinueWith(_ => context._posted.CompleteAdding(), TaskScheduler.Default);
                foreach ((SendOrPostCallback callback, object? state) in context._posted.GetConsumingEnumerable())
                {
                    callback(state);
                }

                task.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));
    }
}
