using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Policies that do what they should not, and what that must not touch.</summary>
public class BrokenPolicyTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "tool of a broken policy");

    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step of a policy");

    private static readonly AsyncLocal<string?> s_local = new();

    public static TheoryData<string, bool> Broken
    {
        get
        {
            TheoryData<string, bool> all = [];
            foreach (string how in (string[])["throws", "answers null", "asks for ever", "faults", "cancels itself", "answers null later"])
            {
                all.Add(how, false);
                all.Add(how, true);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task It_blocks_and_the_next_call_on_the_thread_is_recorded_as_if_nothing_had_been(string how, bool isAsync)
    {
        bool broken = true;
        CountedHolds holds = new();
        await using TestObserver test = new(options => options.Policies.Add(new AskedPolicy("broken", PolicyPoints.BeforeToolCall, (context, token) =>
        {
            context.Hold(holds.Take());
            return broken ? Misbehave(how) : new(PolicyResult.Allow);
        })));
        await test.Observer.RunAsync("agent", async _ =>
        {
            await Assert.ThrowsAsync<PolicyViolationException>(() => CallAsync("arguments of the first", isAsync));
            broken = false;
            Assert.Equal("second", await CallAsync("second", isAsync));
            Assert.Equal(0, holds.Open);
            Assert.Equal(0, holds.Twice);
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal(
            [(Outcome.Blocked, "{\"text\":\"arguments of the first\"}", null), (Outcome.Ok, "{\"text\":\"second\"}", "\"second\"")],
            run.Scopes.Select(scope => (scope.Outcome, scope.Arguments, scope.Result)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_calls_observed_code_and_runs_does_not_disturb_what_it_was_asked_about(bool isAsync)
    {
        TestObserver? test = null;
        test = new(options => options.Policies.Add(new AnswerPolicy("nosy", PolicyPoints.BeforeToolCall, context =>
        {
            Assert.Equal("mine", context.Arguments.GetText("text"));
            EngineCall.Sync(s_step, "other", text => text + text, static (writer, value) => writer.Write(value));
            test!.Observer.Run("run of a policy", run => run.SetTag("whose", "the policy's"));
            Assert.True(context.Run.CheckPolicy().Allowed);
            Assert.Equal("mine", context.Arguments.GetText("text"));
            Assert.Equal((ScopeKind.ToolCall, "tool of a broken policy", 0), (context.Kind, context.Name, context.Usage.ToolCalls));
            return PolicyResult.Allow;
        })));
        await using TestObserver _ = test;
        await test.Observer.RunAsync("agent", async _ => Assert.Equal("mine", await CallAsync("mine", isAsync)));
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        RunTrace outer = Assert.Single(runs, run => run.Agent == "agent");
        RunTrace inner = Assert.Single(runs, run => run.Agent == "run of a policy");
        Assert.Empty(outer.Tags);
        Assert.Single(inner.Tags);
        ScopeTrace tool = Assert.Single(outer.Scopes, scope => scope.Kind == ScopeKind.ToolCall);
        Assert.Equal(("{\"text\":\"mine\"}", "\"mine\"", Outcome.Ok), (tool.Arguments, tool.Result, tool.Outcome));
        Assert.Equal("nosy", Assert.Single(tool.PolicyChecks).Policy);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_changes_ambient_values_does_not_change_which_run_is_current(bool isAsync)
    {
        await using TestObserver other = new();
        await using TestObserver test = new(options => options.Policies.Add(new AnswerPolicy("ambient", PolicyPoints.BeforeToolCall, _ =>
        {
            s_local.Value = "changed";
            return PolicyResult.Allow;
        })));
        await test.Observer.RunAsync("agent", async run =>
        {
            for (int i = 0; i < 3; i++)
            {
                await CallAsync("x", isAsync);
                Assert.Same(run, RunContext.Current);
                EngineCall.Sync(s_step, "y", text => text, write: null);
            }
        });
        Assert.Null(RunContext.Current);
        Assert.All(Assert.Single(await test.RunsAsync()).Scopes, scope => Assert.Equal(0, scope.ParentId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_disposes_the_observer_lets_the_body_run_once_and_the_account_stays_balanced(bool isAsync)
    {
        CountedHolds holds = new();
        TestObserver? test = null;
        test = new(options => options.Policies.Add(new AskedPolicy("end", PolicyPoints.BeforeToolCall, async (context, _) =>
        {
            context.Hold(holds.Take());
            await test!.DisposeAsync();
            context.Hold(holds.Take());
            return PolicyResult.Allow;
        })));
        int called = 0;
        await test.Observer.RunAsync("agent", async _ => await (isAsync
            ? EngineCall.Async(s_tool, "x", text => Task.FromResult($"{text}{++called}"))
            : Task.FromResult(EngineCall.Sync(s_tool, "x", text => $"{text}{++called}", write: null))));
        Assert.Equal(1, called);
        holds.AssertAllReleased(taken: 2);
        FlushResult status = test.Observer.Status;
        Assert.Equal((status.Recorded, 0), (status.Exported + status.Dropped, status.Pending));
    }

    [Fact]
    public async Task One_that_never_answers_holds_only_the_call_that_asked_it()
    {
        TaskCompletionSource<PolicyResult> never = new();
        await using TestObserver test = new(options => options.Policies.Add(new AskedPolicy("hangs", PolicyPoints.BeforeToolCall, (context, _) =>
            context.Arguments.GetText("text") == "hang" ? new(never.Task) : new(PolicyResult.Allow))));
        bool called = false;
        Task<string>? hanging = null;
        await test.Observer.RunAsync("agent", async _ =>
        {
            hanging = EngineCall.Async(s_tool, "hang", text =>
            {
                called = true;
                return Task.FromResult(text);
            });
            for (int i = 0; i < 100; i++)
            {
                string text = $"text {i}";
                Assert.Equal(text, await CallAsync(text, isAsync: i % 2 == 0));
            }

            Assert.False(hanging.IsCompleted);
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal((Outcome.Unfinished, "{\"text\":\"hang\"}"), (run.Scopes[0].Outcome, run.Scopes[0].Arguments));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{{\"text\":\"text {i}\"}}"), run.Scopes.Skip(1).Select(scope => scope.Arguments));

        // An answer that comes after the end of the run still decides.
        never.SetResult(PolicyResult.Allow);
        Assert.Equal("hang", await hanging!.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(called);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_calls_what_it_guards_blocks_and_does_not_end_the_process(bool isAsync)
    {
        int called = 0;
        await using TestObserver test = new(options => options.Policies.Add(new AskedPolicy("judge", PolicyPoints.BeforeToolCall, async (_, token) =>
            await CallAsync("judge this", isAsync) is null ? null! : PolicyResult.Allow)));
        await test.Observer.RunAsync("agent", async _ =>
        {
            await Assert.ThrowsAsync<PolicyViolationException>(() => isAsync
                ? EngineCall.Async(s_tool, "x", text => Task.FromResult($"{text}{++called}"))
                : Task.Run(() => EngineCall.Sync(s_tool, "x", text => $"{text}{++called}", write: null)));
        });
        Assert.Equal(0, called);
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.All(run.Scopes, scope => Assert.Equal(Outcome.Blocked, scope.Outcome));
        Assert.Contains(run.Scopes, scope => scope.PolicyChecks[0].Reason.Contains("asked about what it does itself", StringComparison.Ordinal));
    }

    private static ValueTask<PolicyResult> Misbehave(string how) => how switch
    {
        "throws" => throw new FormatException(),
        "answers null" => new((PolicyResult)null!),
        "asks for ever" => new(PolicyResult.Retry("again", TimeSpan.FromSeconds(-1))),
        "faults" => ValueTask.FromException<PolicyResult>(new FormatException()),
        "cancels itself" => ValueTask.FromCanceled<PolicyResult>(new CancellationToken(canceled: true)),
        _ => LaterAsync(),
    };

    private static async ValueTask<PolicyResult> LaterAsync()
    {
        await Task.Yield();
        return null!;
    }

    private static Task<string> CallAsync(string text, bool isAsync)
    {
        try
        {
            return isAsync
                ? EngineCall.Async(s_tool, text, Task.FromResult)
                : Task.FromResult(EngineCall.Sync(s_tool, text, seen => seen, static (writer, value) => writer.Write(value)));
        }
        catch (Exception exception)
        {
            return Task.FromException<string>(exception);
        }
    }
}
