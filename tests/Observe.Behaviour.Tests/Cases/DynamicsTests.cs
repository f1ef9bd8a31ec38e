using Cases.Dynamics;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class DynamicsTests
{
    private readonly Dynamics _agent = new();

    [Fact]
    public async Task Dynamic_values_are_recorded_as_what_they_are()
    {
        RunTrace run = await Everywhere.RunAsync(() =>
            Assert.Equal(1.5, (object)_agent.Run(1.5, new Uri("https://example.org/a"), [1, "two", null!, new object()])));

        Assert.Equal("Dynamics", run.Agent);
        Assert.Equal("""{"input":1.5,"extra":"https://example.org/a","many":[1,"two",null,{"$type":"Object"}]}""", run.Arguments);
        Assert.Equal("1.5", run.Result);
        Assert.Equal([KeyValuePair.Create("input", "1.5")], run.Tags);
        Assert.Equal([KeyValuePair.Create("extra", "\"https://example.org/a\"")], run.Metadata);
        Assert.Equal([(ScopeKind.Step, "pass", """{"value":1.5}""", "1.5")], run.Calls());
    }

    [Fact]
    public async Task A_dynamic_null_sets_no_tag_and_is_recorded_as_null()
    {
        RunTrace run = await Everywhere.RunAsync(() => Assert.Null((object?)_agent.Run(null!, null!, null!)));

        Assert.Equal(("""{"input":null,"extra":null,"many":null}""", "null"), (run.Arguments, run.Result));
        Assert.Empty(run.Tags);
        Assert.Equal([KeyValuePair.Create("extra", "null")], run.Metadata);
        Assert.Equal([(ScopeKind.Step, "pass", """{"value":null}""", "null")], run.Calls());
    }

    [Fact]
    public async Task Dynamic_values_inside_others_are_recorded_too()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
            Assert.Equal(2, (object)await _agent.LoadAsync(new() { ["k"] = 'c', ["l"] = new List<int>() }, (true, 2))));

        Assert.Equal(
            [(ScopeKind.Step, "load", """{"bag":{"k":"c","l":{"$type":"List`1"}},"pair":{"Item1":true,"Item2":2}}""", "2")],
            run.Calls());
    }

    [Fact]
    public async Task A_dynamic_decision_returns_what_its_body_chose()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(1, _agent.Use()));
        Assert.Equal([(ScopeKind.Decision, "choose", """{"number":1}""", "1")], run.Calls());
        Assert.Empty(run.Scope("choose").Options);
    }

    [Fact]
    public async Task A_dynamic_decision_that_says_why_returns_what_was_chosen()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(7, (object)_agent.Guess(7)));
        Assert.Equal([(ScopeKind.Decision, "guess", """{"number":7}""", "7")], run.Calls());
        Assert.Equal("as good as any", run.Scope("guess").Reasoning);
    }

    [Fact]
    public async Task A_dynamic_response_with_its_facts_returns_the_response()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("hi", (object?)_agent.Ask("hi")));
        Assert.Equal([(ScopeKind.LlmCall, "ask", """{"prompt":"hi"}""", "\"hi\"")], run.Calls());
    }
}
