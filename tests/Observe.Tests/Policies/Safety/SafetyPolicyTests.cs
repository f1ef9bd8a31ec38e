namespace Observe.Tests.Policies.Safety;

public class SafetyPolicyTests
{
    [Fact]
    public void The_51st_step_and_the_101st_tool_call_are_blocked()
    {
        SafetyRules rules = new();
        Assert.Equal("Allow", Answer(rules, Ask.Before(ScopeKind.Step, usage: new RunUsage { Steps = 49 })));
        Assert.Equal("Block: 51 of 50 steps", Answer(rules, Ask.Before(ScopeKind.Step, usage: new RunUsage { Steps = 50 })));
        Assert.Equal("Allow", Answer(rules, Ask.Before(ScopeKind.ToolCall, usage: new RunUsage { Steps = 50, ToolCalls = 99 })));
        Assert.Equal("Block: 101 of 100 tool calls", Answer(rules, Ask.Before(ScopeKind.ToolCall, usage: new RunUsage { ToolCalls = 100 })));
        Assert.Equal("Allow", Answer(rules, Ask.Checkpoint(new RunUsage { Steps = 50, ToolCalls = 100 })));
        Assert.Equal("Block: 51 of 50 steps", Answer(rules, Ask.Checkpoint(new RunUsage { Steps = 51 })));
    }

    [Fact]
    public void Blocked_tools_are_compared_exactly()
    {
        SafetyRules rules = new() { BlockedTools = ["delete_*", "drop"] };
        Assert.Equal("Block: tool \"drop\" is blocked", Answer(rules, Ask.Before(ScopeKind.ToolCall, "drop")));
        Assert.Equal("Allow", Answer(rules, Ask.Before(ScopeKind.ToolCall, "delete_all")));
        Assert.Equal("Allow", Answer(rules, Ask.Before(ScopeKind.Step, "drop")));
    }

    [Fact]
    public void What_needs_approval_is_blocked_with_what_a_handler_needs()
    {
        SafetyPolicy policy = new(new SafetyRules { RequireHumanApproval = true, ApprovalTools = ["refund"] });
        PolicyResult run = policy.Evaluate(Ask.Before(ScopeKind.Run, "agent"));
        PolicyResult tool = policy.Evaluate(Ask.Before(ScopeKind.ToolCall, "refund"));
        Assert.Equal("Block: each run needs approval", run.ToString());
        Assert.Equal("Block: tool \"refund\" needs approval", tool.ToString());
        Assert.Equal(("refund", "30"), (tool.Metadata["action_type"], tool.Metadata["timeout_minutes"]));
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Ask.Before(ScopeKind.ToolCall, "search")).Action);
    }

    [Fact]
    public void Content_is_only_warned_of()
    {
        SafetyRules rules = new() { ContentFilters = SafetyFilters.PersonalData | SafetyFilters.Profanity | SafetyFilters.Credentials };
        Assert.Equal("Warn: texts contain email", Answer(rules, Ask.Before(ScopeKind.Run, arguments: "\"jane.doe@example.com\"")));
        Assert.Equal("Warn: texts contain aws_key", Answer(rules, Ask.Before(ScopeKind.LlmCall, arguments: "\"AKIAIOSFODNN7EXAMPLE\"")));
        Assert.Equal("Warn: texts contain profanity", Answer(rules, Ask.After(ScopeKind.Run, "\"what the FUCK!\"")));
        Assert.Equal("Warn: texts contain email, profanity", Answer(rules, Ask.After(ScopeKind.Run, """["jane.doe@example.com", "bullshit"]""")));
        Assert.Equal("Allow", Answer(rules, Ask.After(ScopeKind.Run, "\"Mr. Dickinson lives in Scunthorpe\"")));
        Assert.Equal("Allow", Answer(new SafetyRules(), Ask.Before(ScopeKind.ToolCall, arguments: "\"jane.doe@example.com fuck\"")));
    }

    [Fact]
    public void A_long_output_is_only_warned_of()
    {
        SafetyRules rules = new() { MaxOutputLength = 3, ContentFilters = SafetyFilters.Profanity };
        Assert.Equal("Allow", Answer(rules, Ask.After(ScopeKind.Run, """["ab", "c"]""")));
        Assert.Equal("Warn: 4 of 3 characters of output; texts contain profanity", Answer(rules, Ask.After(ScopeKind.Run, "\"shit\"")));
    }

    [Fact]
    public void It_is_asked_only_where_a_rule_needs_it()
    {
        PolicyPoints limits = PolicyPoints.BeforeStep | PolicyPoints.BeforeToolCall | PolicyPoints.Checkpoint;
        Assert.Equal(limits, new SafetyPolicy(new SafetyRules()).Points);
        Assert.Equal(limits | PolicyPoints.AfterRun, new SafetyPolicy(new SafetyRules { MaxOutputLength = 1 }).Points);
        Assert.Equal(limits | PolicyPoints.BeforeRun, new SafetyPolicy(new SafetyRules { RequireHumanApproval = true }).Points);
    }

    [Fact]
    public void A_file_says_the_same()
    {
        SafetyRules rules = SafetyRules.Read(PolicyRules.Parse(
            """
            {"max_retries": 1, "max_steps": 2, "max_tool_calls": null, "blocked_tools": ["a"], "require_human_approval": true,
             "approval_tools": ["b"], "content_filters": ["pii", "credentials"], "max_output_length": 5}
            """));
        Assert.Equal((1, 2, null, true, 5), (rules.MaxRetries, rules.MaxSteps, rules.MaxToolCalls, rules.RequireHumanApproval, rules.MaxOutputLength));
        Assert.Equal(SafetyFilters.PersonalData | SafetyFilters.Credentials, rules.ContentFilters);
        Assert.Equal(["a"], rules.BlockedTools);
        Assert.Equal(["b"], rules.ApprovalTools);
        Assert.Throws<PolicyFileException>(() => SafetyRules.Read(PolicyRules.Parse("""{"content_filters": ["violence"]}""")));
        Assert.Throws<ArgumentException>(() => new SafetyPolicy(new SafetyRules { MaxSteps = -1 }));
    }

    private static string Answer(SafetyRules rules, PolicyContext context) => new SafetyPolicy(rules).Evaluate(context).ToString();
}
