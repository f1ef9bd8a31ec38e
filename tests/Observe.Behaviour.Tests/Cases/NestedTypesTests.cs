using Cases.NestedTypes;
using Cases.NestedTypes.Further;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class NestedTypesTests
{
    [Fact]
    public async Task Private_types_are_captured_where_they_are_visible()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(4, new Outer<string>().Reveal("v")));
        Assert.Equal(
            [
                (ScopeKind.Step, "hide", """{"value":"v","mood":"Busy"}""", """{"Value":"v","Depth":2}"""),
                (ScopeKind.Step, "pair", """{"left":"v","right":2}""", """{"Item1":"v","Item2":2}"""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_record_inside_a_struct_inside_a_class_keeps_its_state()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Outer<int>.Middle.Deep deep = new();
            Assert.Equal(7, await deep.DiveAsync(10));
            Assert.Equal(9, await (deep with { Depth = 1 }).DiveAsync(10));
            Assert.Equal((1, 'c'), Outer<int>.Middle.Inner<char>.Pair(1, 'c'));
        });
        Assert.Equal(
            [
                (ScopeKind.ToolCall, "dive", """{"to":10}""", "7"),
                (ScopeKind.ToolCall, "dive", """{"to":10}""", "9"),
                (ScopeKind.Step, "pair", """{"left":1,"right":"c"}""", """{"Item1":1,"Item2":"c"}"""),
            ],
            run.Calls());
        Assert.Equal("function", run.Scopes[0].ToolType);
    }

    [Fact]
    public async Task A_class_inside_an_interface_runs_as_an_agent()
    {
        RunTrace run = await Everywhere.RunAsync(() => Assert.Equal(1, new IOuter.Inside().Run()));
        Assert.Equal(("Inside", null, "1", null), (run.Agent, run.Arguments, run.Result, run.ParentSpanId));
        Assert.Empty(run.Scopes);
    }

    [Fact]
    public async Task Inside_a_run_an_agent_is_a_child_run()
    {
        IReadOnlyList<RunTrace> runs = await Everywhere.RunInsideAsync(() => Task.FromResult(new IOuter.Inside().Run()));
        Assert.Equal(["Inside", "test"], runs.Select(run => run.Agent));
        Assert.Equal((runs[1].TraceId, runs[1].SpanId), (runs[0].TraceId, runs[0].ParentSpanId!.Value));
        Assert.Empty(runs[1].Scopes);
    }
}
