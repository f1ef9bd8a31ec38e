namespace Observe.Behaviour.Tests.Governance;

public sealed class RepetitionTests
{
    [Fact]
    public async Task A_policy_that_rejects_the_result_has_the_call_made_again_and_says_why()
    {
        List<(int Number, string? Feedback)?> attempts = [];
        Repeater repeater = new(() => attempts.Add(RetryAttempt.Current is { } now ? (now.Number, now.Feedback) : null));
        await using Recording recording = Recording.Start(options => options.Policies.Add(new Reviewer(rejections: 1)));
        await recording.Observer.RunAsync("test", async _ => Assert.Equal(1, await repeater.CallAsync()));

        Assert.Equal([null, (2, "shorter")], attempts);
        Assert.Null(RetryAttempt.Current);
        ScopeTrace call = (await recording.RunAsync()).Scope("call");
        Assert.Equal([PolicyAction.Retry, PolicyAction.Allow], call.PolicyChecks.Select(check => check.Action));
        Assert.Equal(Outcome.Ok, call.Outcome);
    }

    [Fact]
    public async Task Attempts_know_their_number()
    {
        List<int?> attempts = [];
        Repeater repeater = new(() =>
        {
            attempts.Add(RetryAttempt.Current?.Number);
            if (attempts.Count < 3)
            {
                throw new InvalidOperationException("again");
            }
        });
        Assert.Equal(1, await repeater.CallAsync());
        Assert.Equal([null, 2, 3], attempts);
        Assert.Null(RetryAttempt.Current);
    }

    [Fact]
    public void A_token_ends_the_attempts_of_a_synchronous_call()
    {
        int attempts = 0;
        using CancellationTokenSource source = new();
        Repeater repeater = new(() => FailAndCancel(source, ++attempts));
        Assert.ThrowsAny<OperationCanceledException>(() => repeater.Call(source.Token));
        Assert.Equal(2, attempts);
        Assert.Null(RetryAttempt.Current);
    }

    [Fact]
    public async Task A_token_ends_the_attempts_of_an_asynchronous_call()
    {
        int attempts = 0;
        using CancellationTokenSource source = new();
        Repeater repeater = new(() => FailAndCancel(source, ++attempts));
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async _ =>
        {
            Task<int> call = repeater.CallAsync(source.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            Assert.Equal((true, 2), (call.IsCanceled, attempts));
            Assert.Null(RetryAttempt.Current);
        });
        Assert.Equal(Outcome.Cancelled, (await recording.RunAsync()).Scope("call").Outcome);
    }

    private static void FailAndCancel(CancellationTokenSource source, int attempt)
    {
        if (attempt == 2)
        {
            source.Cancel();
        }

        throw new InvalidOperationException("again");
    }

    private sealed class Reviewer(int rejections) : IPolicy
    {
        private int _left = rejections;

        public string Name => "reviewer";

        public string Category => "test";

        public PolicyPoints Points => PolicyPoints.AfterToolCall;

        public PolicyResult Evaluate(PolicyContext context) =>
            Interlocked.Decrement(ref _left) >= 0 ? PolicyResult.Retry("too long", TimeSpan.Zero, feedback: "shorter") : PolicyResult.Allow;
    }
}
