using Cases.Decisions;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class DecisionsTests
{
    private readonly Router _router = new();

    [Fact]
    public async Task An_answer_of_the_model_needs_no_route_by_text()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(Route.Billing, await _router.RunAsync("hi")));

        Assert.Equal(("Router", """{"text":"hi"}""", "\"Billing\""), (run.Agent, run.Arguments, run.Result));
        Assert.Equal(
            [
                (ScopeKind.Decision, "is_urgent", """{"text":"hi"}""", "false"),
                (ScopeKind.Decision, "pick", """{"text":"hi","urgent":false}""", "\"Mail\""),
                (ScopeKind.Decision, "ask_model", """{"text":"hi"}""", "\"Billing\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Options_reasoning_and_confidence_are_those_of_each_decision()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(Route.Billing, await _router.RunAsync("an invoice!")));

        ScopeTrace urgent = run.Scope("is_urgent");
        Assert.Equal(["true", "false"], urgent.Options);
        Assert.Equal(("true", "ends with an exclamation mark", null), (urgent.Result, urgent.Reasoning, urgent.Confidence));

        // Two flags at once are no member of the enum: the number says which.
        ScopeTrace pick = run.Scope("pick");
        Assert.Equal(["None", "Mail", "Phone"], pick.Options);
        Assert.Equal(("3", null, 0.5), (pick.Result, pick.Reasoning, pick.Confidence));

        ScopeTrace ask = run.Scope("ask_model");
        Assert.Equal(["Billing", "Technical"], ask.Options);
        Assert.Equal(("null", null, null), (ask.Result, ask.Reasoning, ask.Confidence));

        ScopeTrace route = run.Scope("route_by_text");
        Assert.Equal(["Billing", "Technical"], route.Options);
        Assert.Equal(("\"Billing\"", null, null), (route.Result, route.Reasoning, route.Confidence));
        Assert.All(run.Scopes, scope => Assert.Equal((0, null, null), (scope.ParentId, scope.StepNumber, scope.ToolType)));
    }

    [Fact]
    public async Task Without_an_invoice_the_text_goes_to_the_technicians()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(Route.Technical, await _router.RunAsync("my screen")));
        Assert.Equal("\"Technical\"", run.Scope("route_by_text").Result);
    }

    [Theory]
    [InlineData(1000, "gpt-small")]
    [InlineData(1001, "gpt-large")]
    public async Task Options_of_a_text_are_those_of_the_attribute(int tokens, string model)
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(model, _router.PickModel(tokens)));
        ScopeTrace pick = run.Scope("pick_model");
        Assert.Equal(["gpt-small", "gpt-large"], pick.Options);
        Assert.Equal(($$"""{"tokens":{{tokens}}}""", $"\"{model}\""), (pick.Arguments, pick.Result));
    }

    [Fact]
    public async Task A_decision_that_captures_nothing_says_only_that_it_was_made()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal("a", await _router.PickFirstAsync("a", "b")));
        ScopeTrace pick = run.Scope("pick_first");
        Assert.Equal((ScopeKind.Decision, Outcome.Ok, null, null), (pick.Kind, pick.Outcome, pick.Arguments, pick.Result));
        Assert.Empty(pick.Options);
    }

    [Fact]
    public async Task A_decision_that_throws_before_its_task_throws_there()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Throws<IndexOutOfRangeException>(() => { _ = _router.PickFirstAsync<int>(); });
        });
        Assert.Equal((Outcome.Error, "System.IndexOutOfRangeException"), (run.Scope("pick_first").Outcome, run.Scope("pick_first").Error!.Type));
    }

    [Fact]
    public async Task A_decision_of_an_attributed_method_says_so()
    {
        RunTrace run = await Everywhere.RunAsync(() => _router.RunAsync("hi"));
        Assert.All(run.Scopes, scope => Assert.Equal(("decorator", "attribute"), (scope.InstrumentationType, scope.Source)));
    }
}
