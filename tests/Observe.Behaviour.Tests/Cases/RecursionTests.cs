using Cases.Recursion;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class RecursionTests
{
    private const string Cycle = """{"$cycle":true}""";
    private readonly Walker _walker = new();

    [Fact]
    public async Task A_node_that_holds_itself_is_cut_on_every_way_back()
    {
        Node node = new() { Name = "a" };
        node.Next = node;
        node.Children.Add(node);
        node.Index["self"] = node;

        RunTrace run = await Everywhere.CallAsync(() => Assert.Same(node, _walker.Visit(node)));

        const string Text = $$$"""{"Name":"a","Next":{{{Cycle}}},"Children":[{{{Cycle}}}],"Index":{"self":{{{Cycle}}}}}""";
        Assert.Equal([(ScopeKind.Step, "visit", $$"""{"node":{{Text}}}""", Text)], run.Calls());
    }

    [Fact]
    public async Task A_node_that_is_met_twice_but_not_inside_itself_is_written_twice()
    {
        Node leaf = new() { Name = "b" };
        Node node = new() { Name = "a", Next = leaf };
        node.Children.Add(leaf);

        RunTrace run = await Everywhere.CallAsync(() => Assert.Same(leaf, _walker.Visit(node)));

        const string Leaf = """{"Name":"b","Next":null,"Children":[],"Index":{}}""";
        Assert.Equal(
            [(ScopeKind.Step, "visit", $$$$"""{"node":{"Name":"a","Next":{{{{Leaf}}}},"Children":[{{{{Leaf}}}}],"Index":{}}}""", Leaf)],
            run.Calls());
    }

    [Fact]
    public async Task A_chain_that_is_too_long_is_cut_where_the_depth_ends()
    {
        Node first = new() { Name = "0" };
        Node last = first;
        for (int i = 1; i < 30; i++)
        {
            last.Next = new Node { Name = "x" };
            last = last.Next;
        }

        RunTrace run = await Everywhere.CallAsync(() => Assert.Same(first.Next, _walker.Visit(first)));

        ScopeTrace visit = run.Scope("visit");
        Assert.Equal(8, Count(visit.Arguments!, "\"Name\""));
        Assert.Contains("""{"$depth":true}""", visit.Arguments, StringComparison.Ordinal);
        Assert.Contains("""{"$depth":true}""", visit.Result, StringComparison.Ordinal);
        Assert.Equal(Outcome.Ok, visit.Outcome);
    }

    [Fact]
    public async Task A_type_that_grows_with_every_step_is_walked_as_far_as_it_was_known_at_build_time()
    {
        Spiral<int> spiral = new() { Value = 3, Inner = new() { Value = new() { Value = 4 } } };
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(3, _walker.Wind(spiral)));
        Assert.Equal(
            [(ScopeKind.Step, "wind", """{"spiral":{"Value":3,"Inner":{"Value":{"Value":4,"Inner":null},"Inner":null}}}""", "3")],
            run.Calls());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
