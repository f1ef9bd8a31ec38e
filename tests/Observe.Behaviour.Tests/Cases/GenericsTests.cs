using System.Collections;
using Cases.Generics;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class GenericsTests
{
    private readonly Customer _ada = new(1, "Ada");

    [Fact]
    public async Task A_generic_store_is_recorded_with_what_the_type_parameters_tell()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Store<int, Customer> store = new();
            store.Save(_ada);
            store.Save(new Customer(2, "Bob"), new(2, _ada));
            Assert.Same(_ada, store.Find(1));
            Assert.Null(store.Find(3));
            Page<Customer> page = await store.ListAsync(9);
            Assert.Equal(9, page.Total);
            Page<string> names = store.Map(page, customer => customer.Name);
            Assert.Equal(["Ada", "Bob"], names.Items);
            Assert.Equal(9, names.Total);
        });

        const string Customer = """{"$type":"Customer"}""";
        const string Page = $$"""{"Items":[{{Customer}},{{Customer}}],"Total":9}""";
        Assert.Equal(
            [
                (ScopeKind.ToolCall, "save", $$$"""{"entity":{{{Customer}}},"pair":{"Key":0,"Value":null}}""", null),
                (ScopeKind.ToolCall, "save", $$$"""{"entity":{{{Customer}}},"pair":{"Key":2,"Value":{{{Customer}}}}}""", null),
                (ScopeKind.ToolCall, "find", """{"id":1}""", Customer),
                (ScopeKind.ToolCall, "find", """{"id":3}""", "null"),
                (ScopeKind.ToolCall, "list", """{"top":9}""", Page),
                (ScopeKind.Step, "map", $$$"""{"page":{{{Page}}},"map":{"$type":"System.Func<TEntity, TResult>"}}""", """{"Items":["Ada","Bob"],"Total":9}"""),
            ],
            run.Calls());
        Assert.Equal(["function", "function", "database", "database", "database", null], run.Scopes.Select(scope => scope.ToolType));
    }

    [Fact]
    public async Task The_same_method_with_other_type_arguments_is_the_same_step()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal("a", Shapes.Choose("a", null));
            Assert.Null(Shapes.Choose<string>(null, null));
            Assert.Equal(1, Shapes.Choose(1, 2));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "choose", """{"first":"a","second":null}""", "\"a\""),
                (ScopeKind.Step, "choose", """{"first":null,"second":null}""", "null"),
                (ScopeKind.Step, "choose", """{"first":1,"second":2}""", "1"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Every_constraint_lets_its_call_through()
    {
        Guid id = Guid.Parse("8c1f3b52-5f6a-4d0e-9b57-0a8f3f2b9c11");
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.IsType<object>(Shapes.Create<object>());
            Assert.Equal(1, Shapes.Lift(1, null));
            Assert.Equal(5L, Shapes.Lift<long>(1, 5));
            Assert.Equal(8, Shapes.Size(1L));
            Assert.Equal(16, Shapes.Size(id));
            Assert.Equal("Monday", Shapes.Describe(DayOfWeek.Monday));
            Shapes.Convert("x", out object? converted);
            Assert.Equal("x", converted);
            Assert.Equal("Int32".Length, Shapes.Hash(3));
            Assert.Equal("ReadOnlySpan`1".Length, Shapes.Hash("abc".AsSpan()));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "create", null, """{"$type":"Object"}"""),
                (ScopeKind.Step, "lift", """{"value":1,"other":null}""", "1"),
                (ScopeKind.Step, "lift", """{"value":1,"other":5}""", "5"),
                (ScopeKind.Step, "size", """{"value":1}""", "8"),
                (ScopeKind.Step, "size", $$"""{"value":"{{id}}"}""", "16"),
                (ScopeKind.Step, "describe", """{"value":{"$type":"DayOfWeek"}}""", "\"Monday\""),
                (ScopeKind.Step, "convert", """{"from":"x"}""", null),
                (ScopeKind.Step, "hash", """{"value":{"$type":"T"}}""", "5"),
                (ScopeKind.Step, "hash", """{"value":{"$type":"T"}}""", "14"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_lazy_sequence_is_named_and_read_by_the_body_only()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Once lazy = new();
            Page<string> page = Shapes.Wrap(lazy, ["b"], [null, "c"], ("d", 2));
            Assert.Equal(["a", "b"], page.Items);
            Assert.Equal(2, page.Total);
            Assert.Equal(1, lazy.Readings);
        });
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "wrap",
                    """{"items":{"$type":"Once"},"more":["b"],"others":[null,"c"],"pair":{"First":"d","Count":2}}""",
                    """{"Items":["a","b"],"Total":2}"""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task The_whole_program_runs()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(10, Cases.Generics.Program.Use()));
        Assert.Equal(["save", "find", "size", "choose"], run.Scopes.Select(scope => scope.Name));
    }

    private sealed class Once : IEnumerable<string>
    {
        public int Readings { get; private set; }

        public IEnumerator<string> GetEnumerator()
        {
            Readings++;
            yield return "a";
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
