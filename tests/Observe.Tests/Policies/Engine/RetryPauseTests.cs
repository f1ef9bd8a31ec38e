using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Attempts that a policy asks for.</summary>
public class RetryPauseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_cannot_ask_for_a_longer_pause_than_the_method_allows(bool isAsync)
    {
        ScopeDescriptor method = new(ScopeKind.ToolCall, "repeated") { Retry = new RetryRules { DelayMilliseconds = 0, MaxDelayMilliseconds = 1 } };
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("never good", PolicyPoints.AfterToolCall, _ => PolicyResult.Retry("again", TimeSpan.MaxValue))));
        int attempts = 0;
        await test.Observer.RunAsync("agent", async run => Assert.Equal("3", isAsync
            ? await EngineCall.Async(method, "x", _ => RepeatAsync(method, () => ++attempts))
            : EngineCall.Sync(method, "x", _ => Repeat(method, () => ++attempts), static (writer, value) => writer.Write(value))));
        Assert.Equal(3, attempts);
        Assert.Null(RetryAttempt.Current);
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal((Outcome.Ok, 3), (scope.Outcome, scope.PolicyChecks.Count));
    }

    private static string Repeat(ScopeDescriptor method, Func<int> body)
    {
        RetryLoop retry = new(method);
        while (true)
        {
            retry.Begin();
            string result = body().ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (retry.Accepts(result, static (writer, value) => writer.Write(value)))
            {
                return result;
            }

            retry.Wait();
        }
    }

    private static async Task<string> RepeatAsync(ScopeDescriptor method, Func<int> body)
    {
        RetryLoop retry = new(method);
        while (true)
        {
            retry.Begin();
            string result = body().ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (await retry.AcceptsAsync(result, static (writer, value) => writer.Write(value)))
            {
                return result;
            }

            await retry.WaitAsync();
        }
    }
}
