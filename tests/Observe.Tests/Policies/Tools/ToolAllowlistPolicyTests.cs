using Observe.CompilerServices;

namespace Observe.Tests.Policies.Tools;

public class ToolAllowlistPolicyTests
{
    [Fact]
    public void Without_names_every_tool_may_be_called() => Assert.Equal("Allow", Answer(new ToolAllowlistRules(), "anything"));

    [Fact]
    public void Only_tools_on_the_list_may_be_called()
    {
        ToolAllowlistRules rules = new() { AllowedTools = ["search", "crm_*"] };
        Assert.Equal("Allow", Answer(rules, "search"));
        Assert.Equal("Allow", Answer(rules, "crm_read"));
        Assert.Equal("Block: tool \"Search\" is not among the allowed ones", Answer(rules, "Search"));
    }

    [Fact]
    public void A_blocked_tool_is_blocked_even_if_it_is_allowed()
    {
        ToolAllowlistRules rules = new() { AllowedTools = ["*"], BlockedTools = ["*_delete"] };
        Assert.Equal("Allow", Answer(rules, "crm_read"));
        Assert.Equal("Block: tool \"crm_delete\" is blocked", Answer(rules, "crm_delete"));
        Assert.StartsWith("Warn", Answer(rules with { OnViolation = PolicyAction.Warn }, "crm_delete"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_list_without_names_allows_no_tool()
    {
        IPolicy policy = DeclaredPolicies.AllowTools();
        Assert.Equal(("AllowTools", "tool-allowlist"), (policy.Name, policy.Category));
        Assert.Equal(PolicyAction.Block, policy.Evaluate(Ask.Before(ScopeKind.ToolCall, "search")).Action);
        Assert.Equal(PolicyAction.Allow, DeclaredPolicies.AllowTools("search").Evaluate(Ask.Before(ScopeKind.ToolCall, "search")).Action);
    }

    [Fact]
    public void A_file_says_the_same()
    {
        ToolAllowlistRules rules = ToolAllowlistRules.Read(PolicyRules.Parse(
            """{"allowed_tools": ["a"], "blocked_tools": ["b"], "action_on_violation": "warn"}"""));
        Assert.Equal(["a"], rules.AllowedTools);
        Assert.Equal(["b"], rules.BlockedTools);
        Assert.Equal(PolicyAction.Warn, rules.OnViolation);
        Assert.Equal(PolicyAction.Block, ToolAllowlistRules.Read(PolicyRules.Parse("{}")).OnViolation);
    }

    private static string Answer(ToolAllowlistRules rules, string tool) =>
        new ToolAllowlistPolicy(rules).Evaluate(Ask.Before(ScopeKind.ToolCall, tool)).ToString();
}
