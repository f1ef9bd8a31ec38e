using Cases.ContextParameters;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class ContextParametersTests
{
    private readonly Contexts _contexts = new();

    [Fact]
    public async Task The_bodies_of_a_run_get_its_context_wherever_they_ask_for_it()
    {
        await using Recording recording = Recording.Start();
        Assert.Equal(10, await _contexts.RunAsync(5, CancellationToken.None));

        Assert.True(_contexts.SawContext);
        RunTrace run = await recording.RunAsync();
        Assert.Equal(("Contexts", """{"number":5}""", "10"), (run.Agent, run.Arguments, run.Result));
        Assert.Equal([KeyValuePair.Create("first", "yes"), KeyValuePair.Create("middle", "x")], run.Tags);
        Assert.Equal(
            [
                (ScopeKind.Step, "middle", """{"number":5,"text":"x"}""", "5"),
                (ScopeKind.Step, "last", """{"number":5}""", "5"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Without_an_observer_a_context_that_may_be_null_is_null_and_another_one_is_inactive()
    {
        Assert.Equal(10, await _contexts.RunAsync(5, CancellationToken.None));
        Assert.False(_contexts.SawContext);
        Assert.Equal("text", _contexts.Oblivious("text"));
        Assert.Equal(1, _contexts.Middle(1, "x"));
    }

    [Fact]
    public async Task Outside_a_run_a_context_that_may_be_null_is_null_and_another_one_is_inactive()
    {
        await using Recording recording = Recording.Start();
        Assert.Equal(1, _contexts.Middle(1, "x"));
        Assert.Equal(2, _contexts.Last(2));
        _contexts.Only();
        Assert.Equal("text", _contexts.Oblivious("text"));
        Assert.False(_contexts.SawContext);
        Assert.Empty(await recording.RunsAsync());
    }

    [Fact]
    public async Task A_context_as_the_only_parameter_is_no_argument()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            _contexts.Only();
            Assert.Equal(RunContext.Current is not null, _contexts.SawContext);
        });
        Assert.Equal([(ScopeKind.Step, "only", null, null)], run.Calls());
    }

    [Fact]
    public async Task A_context_that_is_handed_in_is_passed_on_and_not_captured()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(3, _contexts.Explicit(RunContext.Inactive, 3)));
        Assert.Equal([(ScopeKind.Step, "explicit", """{"number":3}""", "3")], run.Calls());
    }

    [Fact]
    public async Task Of_two_bodies_the_one_without_a_context_runs()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(4, _contexts.Both(4));
            Assert.False(_contexts.SawContext);
        });
        Assert.Equal("4", run.Scope("both").Result);
    }

    [Fact]
    public async Task Code_that_knows_nothing_of_null_gets_a_context_it_can_use()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("text", _contexts.Oblivious("text")));
        Assert.Equal([(ScopeKind.Step, "oblivious", """{"text":"text"}""", "\"text\"")], run.Calls());
        Assert.Equal([KeyValuePair.Create("oblivious", "text")], run.Tags);
    }

    [Fact]
    public async Task A_cancelled_token_reaches_the_body_and_the_run_is_cancelled()
    {
        CancellationToken cancelled = new(canceled: true);
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            TaskCanceledException thrown = await Assert.ThrowsAsync<TaskCanceledException>(() => _contexts.RunAsync(1, cancelled));
            Assert.Equal(cancelled, thrown.CancellationToken);
        });
        Assert.Equal((Outcome.Cancelled, null), (run.Outcome, run.Result));
        Assert.Equal([KeyValuePair.Create("first", "yes")], run.Tags);
        Assert.Empty(run.Scopes);
    }
}
