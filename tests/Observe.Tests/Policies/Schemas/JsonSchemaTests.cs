using System.Text.Json;
using Observe.Policies.Schemas;

namespace Observe.Tests.Policies.Schemas;

public class JsonSchemaTests
{
    [Theory]
    [InlineData("""{}""", """{"a": [1, null]}""", null)]
    [InlineData("true", "1", null)]
    [InlineData("false", "1", "$: must not be there")]
    [InlineData("""{"type": "string"}""", "1", "$: must be string, is number")]
    [InlineData("""{"type": ["string", "null"]}""", "null", null)]
    [InlineData("""{"type": ["string", "null"]}""", "true", "$: must be string or null, is boolean")]
    [InlineData("""{"type": "integer"}""", "3", null)]
    [InlineData("""{"type": "integer"}""", "3.0", null)]
    [InlineData("""{"type": "integer"}""", "1e400", null)]
    [InlineData("""{"type": "integer"}""", "3.5", "$: must be integer, is number")]
    [InlineData("""{"type": "integer"}""", "1e-40", "$: must be integer, is number")]
    [InlineData("""{"type": "integer"}""", "9007199254740993.5", "$: must be integer, is number")]
    [InlineData("""{"type": "number"}""", "3", null)]
    [InlineData("""{"type": "object"}""", "[]", "$: must be object, is array")]
    [InlineData("""{"enum": [1, "a", null]}""", "1.0", null)]
    [InlineData("""{"enum": [1, "a", null]}""", "null", null)]
    [InlineData("""{"enum": [1, "a", null]}""", "\"A\"", "$: is none of the values that are allowed")]
    [InlineData("""{"enum": [{"a": 1, "b": [2]}]}""", """{"b": [2], "a": 1}""", null)]
    [InlineData("""{"enum": [{"a": 1, "b": [2]}]}""", """{"b": [2, 3], "a": 1}""", "$: is none of the values that are allowed")]
    [InlineData("""{"enum": [{"a": 1}]}""", """{"a": 1, "b": 1}""", "$: is none of the values that are allowed")]
    [InlineData("""{"required": ["a", "b"]}""", """{"a": null}""", "$.b: is missing")]
    [InlineData("""{"required": ["a"]}""", "[]", null)]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"a": 1}""", "$.a: must be string, is number")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"b": 1}""", null)]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": false}""", """{"a": 1, "my secret": 2}""", "$: has a member that is not in the schema")]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"my secret": 2}""", "$.*: must be string, is number")]
    [InlineData("""{"items": {"type": "string"}}""", """["a", 2]""", "$[1]: must be string, is number")]
    [InlineData("""{"items": {"type": "string"}}""", "1", null)]
    [InlineData("""{"properties": {"a": {"items": {"required": ["b"]}}}}""", """{"a": [{"b": 1}, {}]}""", "$.a[1].b: is missing")]
    public void A_value_fits_or_the_first_problem_is_named(string schema, string value, string? problem)
    {
        using JsonDocument document = JsonDocument.Parse(value);
        Assert.Equal(problem, JsonSchema.Parse(schema).Violation(document.RootElement));
    }

    [Theory]
    [InlineData("1", "$ must be an object")]
    [InlineData("""{"type": "money"}""", "$.type is \"money\"; it must be one of null, boolean")]
    [InlineData("""{"type": []}""", "$.type must be a type")]
    [InlineData("""{"required": "a"}""", "$.required must be an array of names")]
    [InlineData("""{"required": [1]}""", "$.required must be an array of names")]
    [InlineData("""{"enum": 1}""", "$.enum must be an array")]
    [InlineData("""{"properties": []}""", "$.properties must be an object")]
    [InlineData("""{"items": {"properties": {"a": {"pattern": "x"}}}}""", "$.items.properties.a.pattern is not supported")]
    [InlineData("""{"$ref": "#/x"}""", "$.$ref is not supported")]
    public void A_schema_that_cannot_be_checked_is_refused(string schema, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => JsonSchema.Parse(schema)).Message, StringComparison.Ordinal);

    [Fact]
    public void Words_that_only_describe_are_passed_over() =>
        Assert.Null(JsonSchema.Parse("""{"$schema": "x", "title": "t", "description": "d", "default": 1, "examples": [], "format": "date"}""").Violation(default));
}
