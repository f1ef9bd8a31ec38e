namespace Observe.Tests.Policies.Llm;

public class LlmPolicyTests
{
    [Theory]
    [InlineData("gpt-4o", "gpt-4o", true)]
    [InlineData("gpt-4o", "GPT-4o", true)]
    [InlineData("gpt-4o", "gpt-4o-2024-08-06", true)]
    [InlineData("gpt-4o", "gpt-4o-latest", true)]
    [InlineData("gpt-4o", "openai/gpt-4o", true)]
    [InlineData("gpt-4o", "openai/GPT-4O-2024-08-06", true)]
    [InlineData("gpt-4o", "gpt-4o-mini", false)]
    [InlineData("gpt-4o", "gpt-4o-mini-2024-07-18", false)]
    [InlineData("gpt-4o", "gpt-4omni", false)]
    [InlineData("gpt-4o", "gpt-4", false)]
    [InlineData("gpt-4o*", "gpt-4o-mini", true)]
    [InlineData("gpt-4", "gpt-4.1", false)]
    [InlineData("gpt-4", "gpt-4-0613", true)]
    [InlineData("gpt-4", "gpt-4-32k", false)]
    [InlineData("claude-sonnet-4", "claude-sonnet-4-20250514", true)]
    [InlineData("claude-sonnet-4", "claude-sonnet-4-5", false)]
    [InlineData("claude-3-5-sonnet", "claude-3-5-sonnet-20241022-v2:0", true)]
    [InlineData("openai/gpt-4o", "openai/gpt-4o-2024-08-06", true)]
    [InlineData("openai/gpt-4o", "gpt-4o", false)]
    [InlineData("openai/gpt-4o", "azure/gpt-4o", false)]
    [InlineData("*claude-3-opus*", "us.anthropic.claude-3-opus-20240229-v1:0", true)]
    public void A_model_stands_for_itself_and_its_versions(string pattern, string model, bool matches)
    {
        LlmPolicy only = new(new LlmRules { AllowedModels = [pattern] });
        LlmPolicy never = new(new LlmRules { BlockedModels = [pattern] });
        Assert.Equal(matches ? PolicyAction.Allow : PolicyAction.Block, only.Evaluate(Call(model)).Action);
        Assert.Equal(matches ? PolicyAction.Block : PolicyAction.Allow, never.Evaluate(Call(model)).Action);
    }

    [Fact]
    public void A_blocked_model_is_blocked_even_if_it_is_allowed()
    {
        LlmPolicy policy = new(new LlmRules { AllowedModels = ["gpt-*"], BlockedModels = ["gpt-4"] });
        Assert.Equal("Block: model \"gpt-4\" is blocked", policy.Evaluate(Call("gpt-4")).ToString());
        Assert.Equal("Block: model \"o3\" is not among the allowed ones", policy.Evaluate(Call("o3")).ToString());
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Call("gpt-4o")).Action);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_model_that_is_not_known_is_not_among_the_allowed_ones(string? model)
    {
        Assert.Equal(PolicyAction.Block, new LlmPolicy(new LlmRules { AllowedModels = ["gpt-4o"] }).Evaluate(Call(model)).Action);
        Assert.Equal(PolicyAction.Allow, new LlmPolicy(new LlmRules { BlockedModels = ["gpt-4o"] }).Evaluate(Call(model)).Action);
    }

    [Fact]
    public void Tokens_of_the_run_are_counted_over_all_calls()
    {
        LlmPolicy policy = new(new LlmRules { MaxTokensPerRun = 100 });
        Assert.Equal(PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint, policy.Points);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Call("m", tokens: 99)).Action);
        Assert.Equal("Warn: the run has used 100 of 100 tokens", policy.Evaluate(Call("m", tokens: 100)).ToString());
        LlmPolicy strict = new(new LlmRules { MaxTokensPerRun = 100, OnTokenViolation = PolicyAction.Block });
        Assert.Equal(PolicyAction.Block, strict.Evaluate(Ask.Checkpoint(new RunUsage { InputTokens = 60, OutputTokens = 60 })).Action);
    }

    [Fact]
    public void A_file_says_the_same()
    {
        LlmRules rules = LlmRules.Read(PolicyRules.Parse(
            """
            {"allowed_models": ["a"], "blocked_models": ["b"], "max_tokens_per_call": 5, "action_on_token_violation": "block",
             "temperature_range": [0, 1], "require_system_prompt": true}
            """));
        Assert.Equal(["a"], rules.AllowedModels);
        Assert.Equal(["b"], rules.BlockedModels);
        Assert.Equal((5, PolicyAction.Block), (rules.MaxTokensPerRun, rules.OnTokenViolation));
        Assert.Equal(("[0, 1]", true), (rules.TemperatureRange, rules.RequireSystemPrompt));
        Assert.Null(LlmRules.Read(PolicyRules.Parse("{}")).MaxTokensPerRun);
    }

    [Fact]
    public void An_empty_model_is_named() => Assert.Contains(
        "BlockedModels[1]",
        Assert.Throws<ArgumentException>(() => new LlmPolicy(new LlmRules { BlockedModels = ["a", ""] })).Message,
        StringComparison.Ordinal);

    private static PolicyContext Call(string? model, long tokens = 0)
    {
        PolicyContext context = Ask.Before(ScopeKind.LlmCall, usage: new RunUsage { InputTokens = tokens });
        context.Model = model;
        return context;
    }
}
