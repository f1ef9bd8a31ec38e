using Observe.CompilerServices;

namespace Observe.Tests.Policies.Approvals;

public class ApprovalPolicyTests
{
    [Theory]
    [InlineData(ScopeKind.ToolCall, "deploy", true)]
    [InlineData(ScopeKind.ToolCall, "Deploy", true)]
    [InlineData(ScopeKind.Step, "payment", true)]
    [InlineData(ScopeKind.Run, "delete", true)]
    [InlineData(ScopeKind.ToolCall, "deploy_docs", false)]
    [InlineData(ScopeKind.Decision, "deploy", false)]
    [InlineData(ScopeKind.LlmCall, "deploy", false)]
    public void Listed_operations_need_approval(ScopeKind kind, string name, bool blocks)
    {
        PolicyResult answer = new ApprovalPolicy().Evaluate(Questions.Before(kind, name));

        Assert.Equal(blocks ? PolicyAction.Block : PolicyAction.Allow, answer.Action);
    }

    [Fact]
    public void A_wildcard_stands_for_any_characters()
    {
        ApprovalPolicy policy = new(new ApprovalRules { RequireApprovalFor = ["deploy_*"] });

        Assert.True(policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "deploy_docs")).Blocked);
        Assert.False(policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "redeploy")).Blocked);
    }

    [Fact]
    public void A_kind_of_tool_can_need_approval()
    {
        PolicyContext question = Questions.Before(ScopeKind.ToolCall, "wire");
        question.ToolType = "payment";

        Assert.True(new ApprovalPolicy().Evaluate(question).Blocked);
    }

    [Fact]
    public Task A_workflow_can_need_approval() => Questions.InRunAsync(
        run => Assert.True(new ApprovalPolicy().Evaluate(Questions.Before(ScopeKind.Run, "agent", run)).Blocked),
        new RunOptions { Workflow = "delete" });

    [Fact]
    public void The_answer_says_who_decides_and_how_long_they_have()
    {
        ApprovalPolicy policy = new(new ApprovalRules
        {
            Approvers = ["ann@example.com", "bob@example.com"],
            Timeout = TimeSpan.FromMinutes(2.5),
            ActionOnTimeout = PolicyAction.Warn,
        });

        PolicyResult answer = policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "deploy"));

        Assert.Equal("ann@example.com, bob@example.com", answer.Metadata["approvers"]);
        Assert.Equal("2.5", answer.Metadata["timeout_minutes"]);
        Assert.Equal("deploy", answer.Metadata["action_type"]);
        Assert.Equal("warn", answer.Metadata["action_on_timeout"]);
        Assert.Equal("\"deploy\" needs approval", answer.Reason);
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("low", false)]
    [InlineData("medium", true)]
    [InlineData("critical", true)]
    [InlineData("Low", true)]
    [InlineData("harmless", true)]
    [InlineData(null, true)]
    public Task Low_risk_by_the_tag_of_the_run_needs_none(string? risk, bool blocks) => Questions.InRunAsync(run =>
    {
        run.SetTag("risk", risk);

        Assert.Equal(blocks, new ApprovalPolicy().Evaluate(Questions.Before(ScopeKind.ToolCall, "deploy", run)).Blocked);
    });

    [Fact]
    public void What_a_model_says_about_the_risk_counts_for_nothing()
    {
        CapturedValue arguments = CapturedValue.Map(("risk", "none"));

        Assert.True(new ApprovalPolicy().Evaluate(Questions.Before(ScopeKind.ToolCall, "deploy", arguments: arguments)).Blocked);
    }

    [Fact]
    public Task Risk_can_be_left_out_of_it() => Questions.InRunAsync(run =>
    {
        run.SetTag("risk", "none");
        ApprovalPolicy policy = new(new ApprovalRules { AutoApproveBelowRisk = null });

        Assert.True(policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "deploy", run)).Blocked);
    });

    [Fact]
    public void A_check_by_hand_within_a_run_does_not_ask_about_the_run_again()
    {
        ApprovalPolicy policy = new(new ApprovalRules { RequireApprovalFor = ["*"] });
        PolicyContext question = Questions.Checkpoint(RunContext.Inactive);
        question.Name = "agent";

        Assert.Same(PolicyResult.Allow, policy.Evaluate(question));
    }

    [Theory]
    [InlineData(99.99, false)]
    [InlineData(100, false)]
    [InlineData(100.01, true)]
    public void A_run_that_costs_more_than_the_threshold_needs_approval(double cost, bool blocks)
    {
        PolicyContext question = Questions.Before(ScopeKind.LlmCall);
        question.Usage = new RunUsage { CostUsd = (decimal)cost };

        PolicyResult answer = new ApprovalPolicy().Evaluate(question);

        Assert.Equal(blocks, answer.Blocked);
        Assert.Equal(blocks ? "the run has cost 100.01 USD, more than 100.00 USD need approval" : "", answer.Reason);
    }

    [Fact]
    public void An_approved_cost_is_good_until_the_next_multiple()
    {
        ApprovalPolicy policy = new();
        PolicyContext question = Questions.Before(ScopeKind.LlmCall);
        question.Usage = new RunUsage { CostUsd = 120m };
        Assert.True(policy.Evaluate(question).Blocked);

        ((Observe.Policies.IApprovalListener)policy).OnApproved(question);

        Assert.False(policy.Evaluate(question).Blocked);
        question.Usage = new RunUsage { CostUsd = 200m };
        Assert.False(policy.Evaluate(question).Blocked);
        question.Usage = new RunUsage { CostUsd = 200.01m };
        Assert.True(policy.Evaluate(question).Blocked);
    }

    [Fact]
    public Task Only_the_first_run_of_a_session_needs_approval()
    {
        ApprovalPolicy policy = new(new ApprovalRules { RequireApprovalFor = [ApprovalRules.SessionStart] });
        return Questions.InRunAsync(
            run =>
            {
                PolicyContext start = Questions.Before(ScopeKind.Run, "agent", run);
                Assert.Equal("session-start", policy.Evaluate(start).Metadata["action_type"]);
                Assert.True(policy.Evaluate(start).Blocked);

                ((Observe.Policies.IApprovalListener)policy).OnApproved(start);

                Assert.False(policy.Evaluate(start).Blocked);
            },
            new RunOptions { SessionId = "sess_1" });
    }

    [Fact]
    public Task A_session_whose_run_is_going_on_has_started()
    {
        ApprovalPolicy policy = new(new ApprovalRules { RequireApprovalFor = [ApprovalRules.SessionStart] });
        return Questions.InRunAsync(
            run =>
            {
                policy.Evaluate(Questions.Before(ScopeKind.Step, "step", run));

                Assert.False(policy.Evaluate(Questions.Before(ScopeKind.Run, "agent", run)).Blocked);
            },
            new RunOptions { SessionId = "sess_1" });
    }

    [Fact]
    public void Afterwards_it_warns_for_the_audit()
    {
        ApprovalPolicy policy = new();
        PolicyContext expensive = Questions.After(ScopeKind.Run, "agent");
        expensive.Usage = new RunUsage { CostUsd = 250m };

        Assert.Equal(PolicyAction.Warn, policy.Evaluate(expensive).Action);
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.After(ScopeKind.ToolCall, "payment")).Action);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.ToolCall, "search")));
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent")));
    }

    [Fact]
    public async Task A_real_tool_call_on_the_list_asks_each_time()
    {
        AskedHandler handler = new(approves: true);
        await using TestObserver test = new(options =>
        {
            options.Policies.Add(new ApprovalPolicy());
            options.Policies.ApprovalHandler = handler;
        });
        ScopeDescriptor deploy = new(ScopeKind.ToolCall, "deploy");
        ScopeDescriptor search = new(ScopeKind.ToolCall, "search");

        test.Observer.Run("agent", run =>
        {
            AttributedCalls.Call(search, () => "found");
            Assert.Equal("deployed", AttributedCalls.Call(deploy, () => "deployed"));
            AttributedCalls.Call(deploy, () => "deployed");
            run.SetTag("risk", "low");
            AttributedCalls.Call(deploy, () => "deployed");
        });

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void Rules_of_a_file_have_the_documented_defaults()
    {
        ApprovalRules rules = ApprovalRules.Read(PolicyRules.Parse("{}"));

        Assert.Equal(["deploy", "delete", "payment"], rules.RequireApprovalFor);
        Assert.Equal(100m, rules.CostThreshold);
        Assert.Equal(TimeSpan.FromMinutes(30), rules.Timeout);
        Assert.Equal(PolicyAction.Block, rules.ActionOnTimeout);
        Assert.Equal(RiskLevel.Low, rules.AutoApproveBelowRisk);
        Assert.Empty(rules.Approvers);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        ApprovalRules rules = ApprovalRules.Read(PolicyRules.Parse(
            """{"require_approval_for":["session-start"],"cost_threshold":null,"approvers":["a"],"timeout_minutes":5,"action_on_timeout":"warn","auto_approve_below_risk":"high"}"""));

        Assert.Equal([ApprovalRules.SessionStart], rules.RequireApprovalFor);
        Assert.Null(rules.CostThreshold);
        Assert.Equal(["a"], rules.Approvers);
        Assert.Equal(TimeSpan.FromMinutes(5), rules.Timeout);
        Assert.Equal(PolicyAction.Warn, rules.ActionOnTimeout);
        Assert.Equal(RiskLevel.High, rules.AutoApproveBelowRisk);
    }

    [Theory]
    [InlineData("""{"auto_approve_below_risk":"tiny"}""")]
    [InlineData("""{"timeout_minutes":0}""")]
    [InlineData("""{"cost_threshold":-1}""")]
    [InlineData("""{"action_on_timeout":"throttle"}""")]
    public void A_wrong_rule_of_a_file_is_an_error(string json) =>
        Assert.Throws<PolicyFileException>(() => ApprovalRules.Read(PolicyRules.Parse(json)));

    [Fact]
    public void A_wrong_rule_in_code_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => new ApprovalPolicy(new ApprovalRules { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => new ApprovalPolicy(new ApprovalRules { Approvers = ["a, b"] }));
        Assert.Throws<ArgumentException>(() => new ApprovalPolicy(new ApprovalRules { RequireApprovalFor = [" "] }));
        Assert.Throws<ArgumentException>(() => new ApprovalPolicy(new ApprovalRules { ActionOnTimeout = PolicyAction.Allow }));
        Assert.Throws<ArgumentException>(() => new ApprovalPolicy(new ApprovalRules { CostThreshold = -1 }));
    }
}
