namespace Observe.Tests.Policies.Recursion;

public class RecursionBoundPolicyTests
{
    [Fact]
    public void The_25th_tool_call_is_blocked()
    {
        Assert.Equal("Allow", Answer(Ask.Before(ScopeKind.ToolCall, usage: new RunUsage { ToolCalls = 23 })));
        Assert.Equal("Block: tool calls is 25; it must stay below 25", Answer(Ask.Before(ScopeKind.ToolCall, usage: new RunUsage { ToolCalls = 24 })));
        Assert.Equal("Allow", Answer(Ask.Before(ScopeKind.Step, usage: new RunUsage { ToolCalls = 24 })));
        Assert.Equal("Block: tool calls is 25; it must stay below 25", Answer(Ask.Checkpoint(new RunUsage { ToolCalls = 25 })));
    }

    [Fact]
    public void The_8th_reasoning_the_3rd_level_and_the_50th_turn_are_blocked()
    {
        Assert.Equal("Allow", Answer(Ask.Before(ScopeKind.Reasoning, usage: new RunUsage { Reasonings = 6 })));
        Assert.Equal("Block: reasoning depth is 8; it must stay below 8", Answer(Ask.Before(ScopeKind.Reasoning, usage: new RunUsage { Reasonings = 7 })));
        Assert.Equal("Allow", Answer(Ask.Before(ScopeKind.Run, usage: new RunUsage { Depth = 2 })));
        Assert.Equal("Block: delegation depth is 3; it must stay below 3", Answer(Ask.Before(ScopeKind.Run, usage: new RunUsage { Depth = 3 })));
        Assert.Equal("Allow", Answer(Ask.Checkpoint(new RunUsage { UserTurns = 49 })));
        Assert.Equal("Block: user turns is 50; it must stay below 50", Answer(Ask.Checkpoint(new RunUsage { UserTurns = 50 })));
    }

    [Fact]
    public void Null_is_not_checked()
    {
        RecursionBoundRules rules = RecursionBoundRules.Read(PolicyRules.Parse(
            """{"max_reasoning_depth": null, "max_tool_calls": null, "max_delegation_depth": null, "max_user_turns": null, "action_on_violation": "warn"}"""));
        RunUsage usage = new() { Reasonings = 999, ToolCalls = 999, Depth = 999, UserTurns = 999 };
        Assert.Equal(PolicyAction.Allow, new RecursionBoundPolicy(rules).Evaluate(Ask.Checkpoint(usage)).Action);
        Assert.Equal(PolicyAction.Warn, rules.OnViolation);
        Assert.Equal(new RecursionBoundRules(), RecursionBoundRules.Read(PolicyRules.Parse("{}")));
    }

    [Fact]
    public void A_limit_below_1_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => new RecursionBoundPolicy(new RecursionBoundRules { MaxToolCalls = 0 }));
        Assert.Throws<PolicyFileException>(() => RecursionBoundRules.Read(PolicyRules.Parse("""{"max_tool_calls": 0}""")));
    }

    [Fact]
    public void An_allowed_answer_allocates_nothing()
    {
        RecursionBoundPolicy policy = new(new RecursionBoundRules());
        PolicyContext context = Ask.Before(ScopeKind.ToolCall);
        Assert.Equal(0, Allocated.Least(() => policy.Evaluate(context)));
    }

    private static string Answer(PolicyContext context) => new RecursionBoundPolicy(new RecursionBoundRules()).Evaluate(context).ToString();
}
