using System.Text.Json;

namespace Observe.Tests.Policies.Files;

public sealed class PolicyRulesTests
{
    [Fact]
    public void Members_have_their_values()
    {
        PolicyRules rules = PolicyRules.Parse(
            """
            {
              // comments and trailing commas are welcome
              "integer": 7, "whole": 5.0, "long": 9000000000, "number": 0.25, "yes": true, "text": "grüße \u20AC",
              "word": "warn", "texts": ["a", "b",], "integers": [0, 6], /* here too */ "any": {"x": [1, /* deep */ 2,]},
            }
            """);

        Assert.Equal(7, rules.Integer("integer"));
        Assert.Equal(5, rules.Integer("whole"));
        Assert.Equal(9_000_000_000, rules.Long("long"));
        Assert.Equal(0.25m, rules.Number("number"));
        Assert.True(rules.Boolean("yes", absent: false));
        Assert.Equal("grüße €", rules.Text("text"));
        Assert.Equal("warn", rules.Word("word", "block", "block", "warn"));
        Assert.Equal(PolicyAction.Warn, rules.Action("word", PolicyAction.Block));
        Assert.Equal(["a", "b"], rules.Texts("texts"));
        Assert.Equal([0, 6], rules.Integers("integers", 0, 6));
        Assert.Equal(2, rules.Json("any").GetProperty("x")[1].GetInt32());
    }

    [Fact]
    public void What_is_missing_has_the_documented_default()
    {
        PolicyRules rules = PolicyRules.Parse("{}");

        Assert.False(rules.Has("x"));
        Assert.Equal(10, rules.Integer("x", 10));
        Assert.Null(rules.Integer("x"));
        Assert.Equal(11, rules.Long("x", 11));
        Assert.Equal(0.5m, rules.Number("x", 0.5m));
        Assert.True(rules.Boolean("x", absent: true));
        Assert.Equal("d", rules.Text("x", "d"));
        Assert.Equal("d", rules.Word("x", "d", "e"));
        Assert.Equal(PolicyAction.Throttle, rules.Action("x", PolicyAction.Throttle));
        Assert.Empty(rules.Texts("x"));
        Assert.Empty(rules.Integers("x", 0, 1));
        Assert.Null(rules.Object("x"));
        Assert.Empty(rules.Objects("x"));
        Assert.Equal(JsonValueKind.Undefined, rules.Json("x").ValueKind);
    }

    [Fact]
    public void Null_is_not_the_same_as_missing()
    {
        PolicyRules rules = PolicyRules.Parse("""{ "x": null }""");

        Assert.True(rules.Has("x"));
        Assert.Null(rules.Integer("x", 10));
        Assert.Null(rules.Long("x", 10));
        Assert.Null(rules.Number("x", 10));
        Assert.Null(rules.Text("x", "d"));
        Assert.Null(rules.Object("x"));
        Assert.Empty(rules.Texts("x"));
        Assert.Equal(JsonValueKind.Null, rules.Json("x").ValueKind);
    }

    [Theory]
    [InlineData("-1", "-1 must be at least 1")]
    [InlineData("101", "101 must be at most 100")]
    [InlineData("1.5", "1.5 must be a whole number")]
    [InlineData("1e99", "1e99 is too large")]
    [InlineData("\"7\"", "\"7\" must be a whole number")]
    [InlineData("[]", "an array must be a whole number")]
    [InlineData("true", "true must be a whole number")]
    public void A_wrong_integer_is_named_with_its_place(string value, string problem)
    {
        PolicyRules rules = PolicyRules.Parse($"{{\n  \"max\":\n {value} }}");

        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => rules.Integer("max", 10, 1, 100));

        Assert.Equal($"rules.json(3): $.max: {problem}", exception.Message);
        Assert.Equal(("rules.json", 3, "$.max"), (exception.Path, exception.Line, exception.JsonPath));
    }

    [Fact]
    public void An_integer_that_does_not_fit_is_an_error_and_does_not_wrap()
    {
        PolicyRules rules = PolicyRules.Parse("""{ "max": 4294967297, "long": 99999999999999999999 }""");

        Assert.EndsWith("4294967297 must be at most 2147483647", Assert.Throws<PolicyFileException>(() => rules.Integer("max")).Message, StringComparison.Ordinal);
        Assert.EndsWith("99999999999999999999 must be at most 9223372036854775807", Assert.Throws<PolicyFileException>(() => rules.Long("long")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_wrong_values_are_named_too()
    {
        PolicyRules rules = PolicyRules.Parse(
            """{ "n": 2.5, "b": "yes", "b0": null, "t": 1, "w": "stop", "a": "Block", "ts": "a", "item": ["a", 1], "i": [7], "inull": [null], "o": [], "os": [1] }""");

        Assert.Equal("$.n: 2.5 must be at most 1", Problem(() => rules.Number("n", null, 0, 1)));
        Assert.Equal("$.b: \"yes\" must be true or false", Problem(() => rules.Boolean("b", true)));
        Assert.Equal("$.b0: null must be true or false", Problem(() => rules.Boolean("b0", true)));
        Assert.Equal("$.t: 1 must be a text in quotes", Problem(() => rules.Text("t")));
        Assert.Equal("$.w: \"stop\" must be one of \"warn\", \"block\"", Problem(() => rules.Word("w", "warn", "warn", "block")));
        Assert.Equal("$.a: \"Block\" must be one of \"warn\", \"block\"", Problem(() => rules.Action("a", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Block)));
        Assert.Equal("$.ts: \"a\" must be an array of texts, for example [\"a\", \"b\"]", Problem(() => rules.Texts("ts")));
        Assert.Equal("$.item[1]: 1 must be a text in quotes", Problem(() => rules.Texts("item")));
        Assert.Equal("$.item[0]: \"a\" must be \"ssn\"", Problem(() => rules.Texts("item", "ssn")));
        Assert.Equal("$.i[0]: 7 must be at most 6", Problem(() => rules.Integers("i", 0, 6)));
        Assert.Equal("$.inull[0]: null must be a whole number", Problem(() => rules.Integers("inull", 0, 6)));
        Assert.Equal("$.o: an array must be an object", Problem(() => rules.Object("o")));
        Assert.Equal("$.os[0]: 1 must be an object", Problem(() => rules.Objects("os")));
        Assert.Equal("$.n: must be before end", Problem(() => throw rules.Wrong("n", "must be before end")));
        Assert.Equal("$.start: is needed", Problem(() => throw rules.Wrong("start", "is needed")));
    }

    [Fact]
    public void Every_action_has_its_word()
    {
        foreach (PolicyAction action in Enum.GetValues<PolicyAction>())
        {
#pragma warning disable CA1308 // the words are the names in lower case
            PolicyRules rules = PolicyRules.Parse($$"""{ "do": "{{action.ToString().ToLowerInvariant()}}" }""");
#pragma warning restore CA1308
            Assert.Equal(action, rules.Action("do", PolicyAction.Allow));
        }
    }

    [Fact]
    public void Members_that_nobody_asked_for_are_found_within_objects_too()
    {
        PolicyRules rules = PolicyRules.Parse(
            """
            {
              "max": 1, "typo": 2,
              "hours": { "start": 1, "stop": 2 },
              "windows": [ { "day": 1 }, { "dya": 1 } ],
              "limits": { "gpt-4o": { "x": 1 } },
              "free": { "whatever": 1 }
            }
            """);
        rules.Integer("max");
        rules.Object("hours")!.Integer("start");
        foreach (PolicyRules window in rules.Objects("windows"))
        {
            window.Integer("day");
        }

        PolicyRules limits = rules.Object("limits")!;
        foreach (string model in limits.Names)
        {
            limits.Object(model)!.Integer("daily");
        }

        rules.Json("free");
        List<PolicyFileException> problems = [];
        rules.AddUnasked(problems);

        Assert.Equal(
            [
                "rules.json(2): $.typo: is not known here; known are free, hours, limits, max, windows",
                "rules.json(3): $.hours.stop: is not known here; known are start",
                "rules.json(4): $.windows[1].dya: is not known here; known are day",
                "rules.json(5): $.limits['gpt-4o'].x: is not known here; known are daily",
            ],
            problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("{\n \"a\": 1,\n \"a\": 2 }", "rules.json(3): $.a: stands here for the second time; the first is in line 2")]
    [InlineData("{\n \"a\": 1,\n \"\\u0061\": 2 }", "rules.json(3): $.a: stands here for the second time; the first is in line 2")]
    [InlineData("[]", "rules.json(1): $: an array must be an object")]
    [InlineData("{ \"a\":\n\"\\ud800\" }", "rules.json(2): $.a: half of a surrogate pair is escaped in this text; write the whole character")]
    public void What_cannot_be_rules_is_an_error(string json, string message) =>
        Assert.Equal(message, Assert.Throws<PolicyFileException>(() => PolicyRules.Parse(json)).Message);

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n \"a\": 1", 2)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{\n\n\"a\" 1 }", 3)]
    [InlineData("<html>", 1)]
    public void What_is_not_JSON_is_an_error_with_its_line(string json, int line)
    {
        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => PolicyRules.Parse(json));

        Assert.StartsWith($"rules.json({line}): not valid JSON: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", exception.Message, StringComparison.Ordinal);
        Assert.Equal(line, exception.Line);
    }

    [Fact]
    public void Nesting_without_end_is_an_error_and_no_stack_overflow() =>
        Assert.Throws<PolicyFileException>(() => PolicyRules.Parse(new string('[', 100_000)));

    private static string Problem(Func<object?> read)
    {
        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => read());
        return exception.Message["rules.json(1): ".Length..];
    }
}
