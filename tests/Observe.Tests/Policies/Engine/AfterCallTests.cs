using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Policies that are asked about results.</summary>
public class AfterCallTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "answering tool");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_policy_puts_in_place_of_a_result_stands_in_the_record_too(bool isAsync)
    {
        await using TestObserver test = Answering(PolicyResult.Redact("no names", "[removed]"));
        await test.Observer.RunAsync("agent", async _ => Assert.Equal("[removed]", await CallAsync(isAsync)));
        Assert.Equal("\"[removed]\"", Assert.Single(Assert.Single(await test.RunsAsync()).Scopes).Result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_that_is_refused_is_not_recorded(bool isAsync)
    {
        await using TestObserver test = Answering(PolicyResult.Block("no names"));
        await test.Observer.RunAsync("agent", _ => Assert.ThrowsAsync<PolicyViolationException>(() => CallAsync(isAsync)));
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal((Outcome.Error, (string?)null), (scope.Outcome, scope.Result));
    }

    [Fact]
    public async Task A_result_that_is_captured_as_a_text_without_being_one_cannot_be_masked()
    {
        await using TestObserver test = Answering(PolicyResult.Redact("personal"));
        Uri address = new("https://example.org/?to=ann@example.org");
        test.Observer.Run("agent", _ => Assert.Throws<PolicyViolationException>(
            () => EngineCall.Sync(s_tool, "x", _ => address, static (writer, value) => writer.Write(value.ToString()))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_that_fails_after_a_call_refuses_the_result_of_a_call_and_changes_nothing_of_a_failure(bool isAsync)
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("broken", PolicyPoints.AfterToolCall, _ => throw new FormatException())));
        await test.Observer.RunAsync("agent", async _ =>
        {
            await Assert.ThrowsAsync<PolicyViolationException>(() => CallAsync(isAsync));
            TimeoutException own = new();
            Assert.Same(own, await Record.ExceptionAsync(() => CallAsync(isAsync, own)));
        });
        Assert.Equal([Outcome.Error, Outcome.Error], Assert.Single(await test.RunsAsync()).Scopes.Select(scope => scope.Outcome));
    }

    [Fact]
    public async Task A_policy_after_a_call_that_answers_null_or_calls_observed_code_leaves_the_record_whole()
    {
        ScopeDescriptor inner = new(ScopeKind.Step, "inner of a policy");
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("nosy", PolicyPoints.AfterToolCall, context =>
            {
                string before = context.Result.ToJson();
                EngineCall.Sync(inner, "other arguments", text => text + text, static (writer, value) => writer.Write(value));
                Assert.Equal(before, context.Result.ToJson());
                return context.Name == "answering tool" ? PolicyResult.Allow : null!;
            })));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Assert.Equal("see ann", await CallAsync(isAsync: false));
            Assert.Equal("see ann", await CallAsync(isAsync: true));
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(4, run.Scopes.Count);
        Assert.All(run.Scopes.Where(scope => scope.Kind == ScopeKind.ToolCall), scope => Assert.Equal("\"see ann\"", scope.Result));
    }

    private static TestObserver Answering(PolicyResult answer) =>
        new(options => options.Policies.Add(new AnswerPolicy("after", PolicyPoints.AfterToolCall, _ => answer)));

    private static Task<string> CallAsync(bool isAsync, Exception? failure = null)
    {
        try
        {
            return isAsync
                ? EngineCall.Async(s_tool, "x", _ => failure is null ? Task.FromResult("see ann") : Task.FromException<string>(failure))
                : Task.FromResult(EngineCall.Sync(s_tool, "x", _ => failure is null ? "see ann" : throw failure, static (writer, value) => writer.Write(value)));
        }
        catch (Exception exception)
        {
            return Task.FromException<string>(exception);
        }
    }
}
