using Cases.TypeKinds;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class TypeKindsTests
{
    [Fact]
    public async Task A_struct_changes_itself_and_not_a_copy()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Counter counter = default;
            Assert.Equal(2, counter.Increment(2));
            Assert.Equal(5, counter.Increment(3));
            Assert.Equal(5, counter.Peek());
            counter.Reset();
            Assert.Equal(0, counter.Peek());
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "increment", """{"by":2}""", "2"),
                (ScopeKind.Step, "increment", """{"by":3}""", "5"),
                (ScopeKind.Step, "peek", null, "5"),
                (ScopeKind.Step, "reset", """{"counter":{"$type":"Cases.TypeKinds.Counter"}}""", null),
                (ScopeKind.Step, "peek", null, "0"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Values_of_every_kind_are_recorded_as_data()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(3.50m, new Money(1.25m).Plus(new Money(2.25m)).Amount);
            Point start = new(1, 2);
            Assert.Equal(new Point(4, 6), start.Move(3, 4));
            Assert.Equal(new Point(1, 2), start);
            Assert.Equal(12, new Size(3, 4).Area());
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "plus", """{"other":{"Amount":2.25}}""", """{"Amount":3.50}"""),
                (ScopeKind.Step, "move", """{"dx":3,"dy":4}""", """{"X":4,"Y":6}"""),
                (ScopeKind.Step, "area", null, "12"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_ref_struct_reads_on_where_it_was()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Lexer lexer = new("ab");
            Assert.True(lexer.TryRead(out char first));
            Assert.True(lexer.TryRead(out char second));
            Assert.False(lexer.TryRead(out char end));
            Assert.Equal(('a', 'b', '\0'), (first, second, end));
        });
        Assert.Equal(["true", "true", "false"], run.Scopes.Select(scope => scope.Result!));
        Assert.All(run.Scopes, scope => Assert.Equal(("try_read", null), (scope.Name, scope.Arguments)));
    }

    [Fact]
    public async Task A_run_whose_body_is_abstract_calls_the_body_of_the_class_it_is()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal("please, why?", await new PoliteAgent().RunAsync("why")));
        Assert.Equal(("Agent", """{"input":"why"}""", "\"please, why?\""), (run.Agent, run.Arguments, run.Result));
        Assert.Equal("ask_politely\n  ask", run.Tree());
        Assert.Equal(
            [
                (ScopeKind.Step, "ask_politely", """{"question":"why"}""", "\"please, why?\""),
                (ScopeKind.Step, "ask", """{"question":"why"}""", "\"why?\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Overridden_and_hidden_methods_are_called_as_without_us()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            RudeAgent rude = new();
            PoliteAgent polite = rude;
            Assert.Equal(43, rude.Tell());
            Assert.Equal(42, polite.Tell());
            Assert.Equal("v", polite.Convert("v"));
            Assert.Equal("w", new PoliteAgent().Convert("w"));
        });
        Assert.Equal("convert\nconvert\nsecret\ntell\n  secret", run.Tree());
        Assert.Equal(
            [
                (ScopeKind.Step, "tell", null, "43"),
                (ScopeKind.Step, "secret", null, "42"),
                (ScopeKind.Step, "secret", null, "42"),
                (ScopeKind.Step, "convert", """{"value":"v"}""", "\"v\""),
                (ScopeKind.Step, "convert", """{"value":"w"}""", "\"w\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Methods_of_interfaces_are_observed_too()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Search search = new();
            Assert.Equal("tool(in)", ((ITool)search).Call("in"));
            Assert.Equal("hammer(in)", ((ITool)new Hammer()).Call("in"));
            Assert.Equal(3, await search.SearchAsync("abc"));
            Assert.Equal(2, await ((ISearch)search).SearchAsync("ab"));
        });
        Assert.Equal(
            [
                (ScopeKind.ToolCall, "call", """{"input":"in"}""", "\"tool(in)\""),
                (ScopeKind.ToolCall, "call", """{"input":"in"}""", "\"hammer(in)\""),
                (ScopeKind.ToolCall, "search", """{"query":"abc"}""", "3"),
                (ScopeKind.ToolCall, "search", """{"query":"ab"}""", "2"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Extension_methods_are_called_on_their_receivers()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal("HEY!", "hey".Shout());
            Assert.Equal("HEY!!!", "hey".Shout(3));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "shout", """{"text":"hey","times":1}""", "\"HEY!\""),
                (ScopeKind.Step, "shout", """{"text":"hey","times":3}""", "\"HEY!!!\""),
            ],
            run.Calls());
    }

    private sealed class Hammer : ITool
    {
        public string Name => "hammer";
    }
}
