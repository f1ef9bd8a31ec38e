namespace Observe.Tests.Policies.Tools;

public class ToolArgumentSchemaPolicyTests
{
    private const string Schema =
        """{"type": "object", "required": ["amount"], "properties": {"amount": {"type": "number"}}, "additionalProperties": false}""";

    private static readonly ToolArgumentSchemaRules s_rules = new() { Schemas = new Dictionary<string, string> { ["refund"] = Schema } };

    [Fact]
    public void Arguments_that_fit_are_allowed() =>
        Assert.Equal(PolicyAction.Allow, Answer(s_rules, "refund", """{"amount": 12.5}""").Action);

    [Fact]
    public void A_violation_says_where_and_never_what()
    {
        PolicyResult answer = Answer(s_rules, "refund", """{"amount": "my secret"}""");
        Assert.Equal("Block: arguments of tool \"refund\": $.amount: must be number, is string", answer.ToString());
        Assert.Equal("schema_violation", answer.Metadata["violation"]);
        Assert.Equal("refund", answer.Metadata["tool"]);
        Assert.Equal(PolicyAction.Warn, Answer(s_rules with { OnViolation = PolicyAction.Warn }, "refund", "{}").Action);
    }

    [Fact]
    public void Arguments_that_were_not_captured_are_a_violation() =>
        Assert.Equal("schema_violation", Answer(s_rules, "refund", null).Metadata["violation"]);

    [Fact]
    public void A_tool_without_schema_is_a_violation_only_in_strict_mode()
    {
        Assert.Equal(PolicyAction.Allow, Answer(s_rules, "search", "{}").Action);
        PolicyResult strict = Answer(s_rules with { RequireSchemaForAllTools = true }, "search", "{}");
        Assert.Equal("missing_schema", strict.Metadata["violation"]);
        Assert.Equal("Block: tool \"search\" has no schema", strict.ToString());
    }

    [Fact]
    public void A_file_says_the_same()
    {
        ToolArgumentSchemaRules rules = ToolArgumentSchemaRules.Read(PolicyRules.Parse(
            $$"""{"schemas": {"refund": {{Schema}}}, "require_schema_for_all_tools": true, "action_on_violation": "warn"}"""));
        Assert.Equal((true, PolicyAction.Warn), (rules.RequireSchemaForAllTools, rules.OnViolation));
        Assert.Equal(PolicyAction.Warn, Answer(rules, "refund", """{"amount": 1, "more": 2}""").Action);
        Assert.Equal(PolicyAction.Allow, Answer(rules, "refund", """{"amount": 1}""").Action);
    }

    [Fact]
    public void A_schema_that_cannot_be_checked_is_an_error()
    {
        string inFile = Assert.Throws<PolicyFileException>(() => ToolArgumentSchemaRules.Read(PolicyRules.Parse(
            """{"schemas": {"refund": {"properties": {"amount": {"minimum": 0}}}}}"""))).Message;
        Assert.Contains("$.properties.amount.minimum is not supported", inFile, StringComparison.Ordinal);
        string inCode = Assert.Throws<ArgumentException>(() => new ToolArgumentSchemaPolicy(
            new ToolArgumentSchemaRules { Schemas = new Dictionary<string, string> { ["refund"] = "{" } })).Message;
        Assert.Contains("The schema of tool \"refund\" is wrong: it is no JSON", inCode, StringComparison.Ordinal);
    }

    private static PolicyResult Answer(ToolArgumentSchemaRules rules, string tool, string? arguments) =>
        new ToolArgumentSchemaPolicy(rules).Evaluate(Ask.Before(ScopeKind.ToolCall, tool, arguments: arguments));
}
