using Cases.Nullability;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class NullabilityTests
{
    private readonly Oblivious _oblivious = new();
    private readonly Annotated _annotated = new();

    [Fact]
    public async Task Nulls_in_code_that_knows_nothing_of_them_are_recorded_as_null()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Assert.Equal("", _oblivious.Join(null, null, null));
            Assert.Equal("aSystem.Collections.Generic.List`1[System.String]", _oblivious.Join("a", ["b", null], new Legacy { Text = "t" }));
            Assert.Null(await _oblivious.EchoAsync<string?>(null, null));
            Assert.Equal("v", await _oblivious.EchoAsync<string?>("v", new() { ["k"] = "w", ["n"] = null }));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "join", """{"left":null,"rest":null,"legacy":null}""", "\"\""),
                (ScopeKind.Step,
                    "join",
                    """{"left":"a","rest":["b",null],"legacy":{"Text":"t","Lines":null}}""",
                    "\"aSystem.Collections.Generic.List`1[System.String]\""),
                (ScopeKind.Step, "echo", """{"value":null,"more":null}""", "null"),
                (ScopeKind.Step, "echo", """{"value":"v","more":{"k":"w","n":null}}""", "\"v\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task Annotated_nulls_are_recorded_as_null()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Null(_annotated.Join(null, null, (null, "b"), null));
            Assert.Equal("l", _annotated.Join("l", ["r", null], ("a", "b"), new Note(null)));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "join", """{"left":null,"rest":null,"pair":{"A":null,"B":"b"},"note":null}""", "null"),
                (ScopeKind.Step, "join", """{"left":"l","rest":["r",null],"pair":{"A":"a","B":"b"},"note":{"Text":null}}""", "\"l\""),
            ],
            run.Calls());
    }

    [Fact]
    public async Task A_body_whose_annotations_do_not_agree_returns_what_it_returns()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Assert.Equal("k", await _annotated.LoadAsync("k"));
            Assert.Null(await _annotated.LoadAsync(null));
        });
        Assert.Equal(
            [(ScopeKind.Step, "load", """{"key":"k"}""", "\"k\""), (ScopeKind.Step, "load", """{"key":null}""", "null")],
            run.Calls());
    }

    [Fact]
    public async Task An_out_value_reaches_the_caller_and_is_no_argument()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.True(_annotated.TryGet("k", out string? found));
            Assert.Equal("k", found);
            Assert.False(_annotated.TryGet(null, out string? missing));
            Assert.Null(missing);
        });
        Assert.Equal(
            [(ScopeKind.Step, "try_get", """{"key":"k"}""", "true"), (ScopeKind.Step, "try_get", """{"key":null}""", "false")],
            run.Calls());
    }

    [Fact]
    public async Task A_default_is_that_of_the_type_argument()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(3, _annotated.Default(3));
            Assert.Null(_annotated.Default<string>(null));
        });
        Assert.Equal([("""{"value":3}""", "3"), ("""{"value":null}""", "null")], run.Scopes.Select(scope => (scope.Arguments, scope.Result)));
    }
}
