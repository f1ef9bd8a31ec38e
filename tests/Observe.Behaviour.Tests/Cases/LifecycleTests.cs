#pragma warning disable CASE001, CASE002, CS0618 // experimental and obsolete parts, observed like others
using Cases.Lifecycle;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class LifecycleTests
{
    private readonly Lifecycle _lifecycle = new();

    [Fact]
    public async Task Experimental_and_obsolete_members_are_captured_where_they_can_be_called()
    {
        Preview preview = new(4);
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Same(preview, _lifecycle.Try(preview, new Settings { Name = "n", Limit = 3 }, State.On));
            Assert.Same(preview, _lifecycle.Try(preview, null!, State.Started));
            Assert.Null(_lifecycle.Try(null!, null!, (State)2));
        });
        Assert.Equal(
            [
                (ScopeKind.Step,
                    "try",
                    """{"preview":{"Number":4},"settings":{"Title":"n","Name":"n","Limit":3},"state":"On"}""",
                    """{"Number":4}"""),
                (ScopeKind.Step, "try", """{"preview":{"Number":4},"settings":null,"state":"Started"}""", """{"Number":4}"""),
                (ScopeKind.Step, "try", """{"preview":null,"settings":null,"state":2}""", "null"),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Attributes_of_a_declaration_change_nothing_in_what_is_recorded()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(3, _lifecycle.Hidden(3));
            Assert.Equal(1, _lifecycle.Old());
            Assert.Equal("Lifecycle", _lifecycle.Reflect());
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "hidden", """{"number":3}""", "3"),
                (ScopeKind.Step, "old", null, "1"),
                (ScopeKind.Step, "reflect", null, "\"Lifecycle\""),
            ],
            run.Calls());
    }
}
