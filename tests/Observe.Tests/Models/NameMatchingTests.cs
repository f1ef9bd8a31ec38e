namespace Observe.Tests.Models;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("gpt-4o", "openai", "gpt-4o")]
    [InlineData("GPT-4O", "openai", "gpt-4o")]
    [InlineData(" gpt-4o ", "openai", "gpt-4o")]
    [InlineData("gpt-4o-mini", "openai", "gpt-4o-mini")]
    [InlineData("gpt-4o-2024-08-06", "openai", "gpt-4o-2024-08-06")]
    [InlineData("claude-sonnet-4.5", "anthropic", "claude-sonnet-4.5")]
    [InlineData("anthropic.claude-3-5-sonnet-20241022-v2:0", "aws.bedrock", "anthropic.claude-3-5-sonnet-20241022-v2:0")]
    public void A_name_is_found_as_it_is(string model, string provider, string name) => AssertFinds(model, null, provider, name);

    [Theory]
    [InlineData("gpt-4o-2031-01-01", "openai", "gpt-4o")]
    [InlineData("gpt-4o-latest", "openai", "gpt-4o")]
    [InlineData("gpt-4o-mini-20310101", "openai", "gpt-4o-mini")]
    [InlineData("claude-opus-5-20270101", "anthropic", "claude-opus-5")]
    [InlineData("claude-opus-4@20250514", "anthropic", "claude-opus-4")]
    [InlineData("claude-3-5-haiku-20241022", "anthropic", "claude-3-5-haiku")]
    [InlineData("claude-3-5-sonnet-latest", "anthropic", "claude-3-5-sonnet")]
    [InlineData("gemini-1.5-flash-002", "gcp.gemini", "gemini-1.5-flash")]
    [InlineData("anthropic.claude-opus-5-v1:0", "aws.bedrock", "anthropic.claude-opus-5")]
    public void A_version_behind_a_name_is_the_same_model(string model, string provider, string name) => AssertFinds(model, null, provider, name);

    [Theory]
    [InlineData("gpt-4o-mini-foo")]
    [InlineData("gpt-4o-foo")]
    [InlineData("gpt-4omni")]
    [InlineData("gpt-4o-mega")]
    [InlineData("gpt-5.9")]
    [InlineData("gpt-5-9")]
    [InlineData("gpt-6")]
    [InlineData("claude-opus-4-9")]
    [InlineData("claude-opus-4-10")]
    [InlineData("claude-opus-5-1")]
    [InlineData("gemini-3.6-flash-lite")]
    [InlineData("mistral-medium-9.1")]
    [InlineData("o3-ultra")]
    public void A_name_that_is_only_similar_is_unknown(string model) => Assert.Null(ModelCatalogue.Default.Find(model));

    [Theory]
    [InlineData("gpt-4o-mini")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("gpt-4o-mini-latest")]
    [InlineData("openai/gpt-4o-mini")]
    public void A_small_model_never_has_the_price_of_the_large_one(string model)
    {
        ModelPrice price = Assert.Single(ModelCatalogue.Default.Find(model)!.Prices);

        Assert.Equal(0.15m, price.InputPerMillion);
        Assert.Equal(0.60m, price.OutputPerMillion);
    }

    [Theory]
    [InlineData("kimi-k2-turbo-preview", "moonshot_ai")]
    [InlineData("deepseek-v4-pro-experimental", "deepseek")]
    [InlineData("computer-use-preview-2025-03-11", "openai")]
    public void A_rule_of_the_source_accepts_longer_names(string model, string provider)
    {
        CataloguedModel? found = ModelCatalogue.Default.Find(model);

        Assert.Equal(provider, found?.Provider);
        Assert.NotEmpty(found!.Prices);
    }

    [Theory]
    [InlineData("openai/gpt-4o", "openai", "gpt-4o")]
    [InlineData("azure/gpt-4o", "azure.ai.openai", "gpt-4o")]
    [InlineData("openrouter/openai/gpt-4o", "openrouter", "openai/gpt-4o")]
    [InlineData("google/gemini-2.5-pro", "gcp.gemini", "gemini-2.5-pro")]
    [InlineData("vertex_ai/gemini-2.5-pro", "gcp.vertex_ai", "gemini-2.5-pro")]
    [InlineData("models/gemini-2.5-pro", "gcp.gemini", "gemini-2.5-pro")]
    [InlineData("publishers/google/models/gemini-2.5-pro", "gcp.vertex_ai", "gemini-2.5-pro")]
    [InlineData("x-ai/grok-4", "x_ai", "grok-4")]
    [InlineData("bedrock/us.amazon.nova-pro-v1:0", "aws.bedrock", "us.amazon.nova-pro-v1:0")]
    public void A_provider_before_the_name_is_understood(string model, string provider, string name) => AssertFinds(model, null, provider, name);

    [Theory]
    [InlineData("openai/gpt-4o", "openrouter", "openrouter", "openai/gpt-4o")]
    [InlineData("openai/gpt-4o", "openai", "openai", "gpt-4o")]
    [InlineData("gpt-4o", "Azure OpenAI", "azure.ai.openai", "gpt-4o")]
    [InlineData("gpt-4o", "azure-openai", "azure.ai.openai", "gpt-4o")]
    [InlineData("claude-sonnet-4-5", "Vertex AI", "gcp.vertex_ai", "claude-sonnet-4-5")]
    [InlineData("amazon.nova-pro-v1:0", "Amazon Bedrock", "aws.bedrock", "amazon.nova-pro-v1:0")]
    [InlineData("mistral-large-latest", "mistral", "mistral_ai", "mistral-large-latest")]
    public void A_given_provider_counts_in_any_spelling(string model, string asked, string provider, string name) =>
        AssertFinds(model, asked, provider, name);

    [Theory]
    [InlineData("gpt-4o", "groq")]
    [InlineData("gpt-4o", "my-gateway")]
    [InlineData("llama3", "openai")]
    public void A_model_that_the_given_provider_does_not_have_is_unknown(string model, string provider) =>
        Assert.Null(ModelCatalogue.Default.Find(model, provider));

    [Theory]
    [InlineData("gpt-5.6-luna", "azure", "openai")]
    [InlineData("claude-3-7-sonnet-latest", "azure", "anthropic")]
    public void A_reseller_without_a_price_of_its_own_has_that_of_the_maker(string model, string asked, string provider)
    {
        CataloguedModel? found = ModelCatalogue.Default.Find(model, asked);

        Assert.NotNull(found);
        Assert.Contains(found.Provider, (string[])[provider, "azure.ai.openai", "azure.ai.inference"]);
        Assert.NotEmpty(found.Prices);
    }

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("ca.anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0")]
    public void Bedrock_names_are_found_by_region_without_region_and_as_resources(string model, string name)
    {
        AssertFinds(model, null, "aws.bedrock", name);
        AssertFinds(model, "bedrock", "aws.bedrock", name);
    }

    [Fact]
    public void A_fine_tuned_model_has_the_price_of_fine_tuned_models()
    {
        CataloguedModel? found = ModelCatalogue.Default.Find("ft:gpt-4o-2024-08-06:my-org:custom-mini:abc123");

        Assert.Equal("ft:gpt-4o-2024-08-06", found?.Name);
        Assert.Equal(3.75m, Assert.Single(found!.Prices).InputPerMillion);
    }

    [Fact]
    public void A_model_that_many_resell_and_nobody_owns_is_unknown_without_its_provider()
    {
        Assert.Null(ModelCatalogue.Default.Find("meta-llama/llama-3.3-70b-instruct"));
        Assert.NotNull(ModelCatalogue.Default.Find("meta-llama/llama-3.3-70b-instruct", "openrouter"));
    }

    [Theory]
    [InlineData("gpt-4o", 128_000, 16_384)]
    [InlineData("claude-opus-4-6", 1_000_000, 128_000)]
    [InlineData("gemini-2.5-pro", 1_048_576, null)]
    public void The_context_window_is_known(string model, int input, int? output)
    {
        CataloguedModel found = ModelCatalogue.Default.Find(model)!;

        Assert.Equal(input, found.MaxInputTokens);
        Assert.True(output is null || output == found.MaxOutputTokens);
    }

    [Theory]
    [InlineData("gpt-4o", "openai")]
    [InlineData("gpt-9-turbo", "openai")]
    [InlineData("o3", "openai")]
    [InlineData("claude-something-new", "anthropic")]
    [InlineData("gemini-99-ultra", "gcp.gemini")]
    [InlineData("grok-99", "x_ai")]
    [InlineData("mistral-tiny-9", "mistral_ai")]
    [InlineData("deepseek-v99", "deepseek")]
    [InlineData("command-z", "cohere")]
    [InlineData("us.anthropic.claude-new", "aws.bedrock")]
    [InlineData("groq/some-new-model", "groq")]
    [InlineData("kimi-k99", "moonshot_ai")]
    public void The_provider_is_told_from_the_name(string model, string provider) =>
        Assert.Equal(provider, ModelCatalogue.Default.ProviderOf(model));

    [Theory]
    [InlineData("my-own-model")]
    [InlineData("")]
    [InlineData("some-org/some-model")]
    public void A_name_of_no_family_has_no_provider(string model) => Assert.Null(ModelCatalogue.Default.ProviderOf(model));

    [Fact]
    public void Any_text_is_answered_and_nothing_throws()
    {
        Random random = new(4711);
        string[] parts = ["gpt-4o", "claude", "openai/", "arn:", "publishers/", "models/", "ft:", "us.", "/", ":", "@", "-", ".", "2024", "08", "v1", "é", "\0", " ", "~", "!", "latest"];
        for (int i = 0; i < 50_000; i++)
        {
            string model = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)]));
            ModelCatalogue.Default.Find(model, random.Next(3) == 0 ? parts[random.Next(parts.Length)] : null);
            ModelCatalogue.Default.ProviderOf(model);
        }

        Assert.Null(ModelCatalogue.Default.Find(new string('x', 100_000)));
        Assert.Null(ModelCatalogue.Default.Find("gpt-4o", new string('x', 100_000)));
    }

    private static void AssertFinds(string model, string? asked, string provider, string name)
    {
        CataloguedModel? found = ModelCatalogue.Default.Find(model, asked);

        Assert.Equal((provider, name), (found?.Provider, found?.Name));
    }
}
