using Cases.Overloads;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class OverloadsTests
{
    private readonly Overloads _overloads = new();

    [Fact]
    public async Task Each_overload_runs_its_own_body()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            int number = 5;
            Assert.Equal("int", _overloads.Format(1));
            Assert.Equal("string", _overloads.Format("x"));
            Assert.Equal("object", _overloads.Format(2.5));
            Assert.Equal("generic", _overloads.Format('c', 3));
            Assert.Equal("ref", _overloads.Format(ref number));
            Assert.Equal("async", await _overloads.FormatAsync(6));
            Assert.Equal(5, number);
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "format", """{"value":1}""", "\"int\""),
                (ScopeKind.Step, "format_text", """{"value":"x"}""", "\"string\""),
                (ScopeKind.Step, "format", """{"value":2.5}""", "\"object\""),
                (ScopeKind.Step, "format", """{"value":"c","count":3}""", "\"generic\""),
                (ScopeKind.Step, "format", """{"value":5}""", "\"ref\""),
                (ScopeKind.Step, "format", """{"value":6}""", "\"async\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_method_that_only_looks_like_a_body_is_not_observed()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("3intstringobject", _overloads.Use()));
        Assert.Equal(["format", "format_text", "format"], run.Scopes.Select(scope => scope.Name));
    }
}
