using Cases.SyncShapes;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class SyncShapesTests
{
    private readonly Calculator _calculator = new();

    [Fact]
    public async Task A_synchronous_run_records_its_steps_in_order()
    {
        RunTrace run = await Everywhere.RunAsync(() =>
        {
            Calculator calculator = new();
            Assert.Equal(20, calculator.Run(10));
            Assert.Equal(["begin"], calculator.Log);
        });

        Assert.Equal(("calculator", """{"seed":10}""", "20"), (run.Agent, run.Arguments, run.Result));
        Assert.Equal(
            [
                (ScopeKind.Step, "note", """{"text":"begin"}""", null),
                (ScopeKind.Step, "add", """{"left":10,"right":2}""", "12"),
                (ScopeKind.Step, "sum", """{"numbers":[1,2,3]}""", "6"),
                (ScopeKind.Step, "count", """{"words":{"$type":"System.ReadOnlySpan<string>"}}""", "2"),
                (ScopeKind.Step, "twice", """{"number":4}""", "8"),
                (ScopeKind.Step, "concat", """{"words":["x","y"]}""", "\"xy\""),
                (ScopeKind.Step, "swap", """{"left":10,"right":30}""", null),
                (ScopeKind.Step, "try_parse", """{"text":"7"}""", "true"),
                (ScopeKind.Step, "length", """{"text":"abc"}""", "3"),
            ],
            run.Calls());
        Assert.Equal(Enumerable.Range(1, 9), run.Scopes.Select(scope => scope.StepNumber!.Value));
    }

    [Fact]
    public async Task Inside_a_run_a_synchronous_run_is_a_child()
    {
        IReadOnlyList<RunTrace> runs = await Everywhere.RunInsideAsync(() => Task.FromResult(_calculator.Run(1)));
        Assert.Equal((runs[1].TraceId, runs[1].SpanId), (runs[0].TraceId, runs[0].ParentSpanId!.Value));
        Assert.Equal((9, 0), (runs[0].Scopes.Count, runs[1].Scopes.Count));
    }

    [Fact]
    public async Task Defaults_and_params_are_recorded_as_the_body_gets_them()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(42, _calculator.Add(2));
            Assert.Equal(0, Calculator.Sum());
            Assert.Equal(1, Calculator.Count("a"));
            Assert.Equal("ab", Calculator.Concat("a", "b"));
            Assert.Equal("a+b", Calculator.Together("a", "b"));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "add", """{"left":2,"right":40}""", "42"),
                (ScopeKind.Step, "sum", """{"numbers":[]}""", "0"),
                (ScopeKind.Step, "count", """{"words":{"$type":"System.ReadOnlySpan<string>"}}""", "1"),
                (ScopeKind.Step, "concat", """{"words":["a","b"]}""", "\"ab\""),
                (ScopeKind.Step, "together", """{"words":["a","b"]}""", "\"a+b\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task References_go_in_and_come_out()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            (string left, string right) = ("l", "r");
            _calculator.Swap(ref left, ref right);
            Assert.Equal(("r", "l"), (left, right));

            Assert.True(_calculator.TryParse("12", out int parsed));
            Assert.Equal(12, parsed);
            Assert.False(_calculator.TryParse("x", out parsed));
            Assert.Equal(0, parsed);

            long number = 3;
            Assert.Equal(8, _calculator.Twice(4));
            Assert.Equal(9, _calculator.Thrice(in number));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "swap", """{"left":"l","right":"r"}""", null),
                (ScopeKind.Step, "try_parse", """{"text":"12"}""", "true"),
                (ScopeKind.Step, "try_parse", """{"text":"x"}""", "false"),
                (ScopeKind.Step, "twice", """{"number":4}""", "8"),
                (ScopeKind.Step, "thrice", """{"number":3}""", "9"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Spans_are_the_same_memory_on_the_way_in_and_out()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            ReadOnlySpan<char> text = " ab ";
            ReadOnlySpan<char> trimmed = _calculator.Trim(text);
            Assert.True(text.Overlaps(trimmed, out int offset));
            Assert.Equal((1, 2), (offset, trimmed.Length));
            Assert.Equal(4, _calculator.Length(text));

            Span<int> numbers = [7, 8];
            _calculator.First(in numbers, out int first);
            Assert.Equal(7, first);
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "trim", """{"text":" ab "}""", null),
                (ScopeKind.Step, "length", """{"text":" ab "}""", "4"),
                (ScopeKind.Step, "first", """{"numbers":{"$type":"System.Span<int>"}}""", null),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_leaf_is_recorded_like_another_step()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(1.5, _calculator.Root(2.25));
            Assert.Equal(double.NaN, _calculator.Root(-1));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "root", """{"number":2.25}""", "1.5"),
                (ScopeKind.Step, "root", """{"number":-1}""", "\"NaN\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_step_that_throws_is_an_error_and_the_run_goes_on()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => _calculator.Fail("why"));
            Assert.Equal("why", thrown.Message);
            Assert.DoesNotContain("ObservedFail", thrown.StackTrace, StringComparison.Ordinal);
            _calculator.Note("after");
        });
        Assert.Equal("fail Error\nnote", run.Tree());
        ScopeTrace fail = run.Scope("fail");
        Assert.Equal(("""{"reason":"why"}""", null), (fail.Arguments, fail.Result));
        Assert.Equal(("System.InvalidOperationException", "why"), (fail.Error!.Type, fail.Error.Message));
        Assert.Contains("FailCore", fail.Error.StackTrace!.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_out_value_is_as_the_body_left_it_when_it_throws()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            int first = 5;
            Assert.Throws<IndexOutOfRangeException>(() =>
            {
                Span<int> none = [];
                _calculator.First(in none, out first);
            });
            Assert.Equal(5, first);
        });
        Assert.Equal("first Error", run.Tree());
    }
}
