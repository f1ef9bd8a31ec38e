namespace Observe.Tests.Models;

public sealed class EstimateTests
{
    private static readonly DateTimeOffset s_day = new(2026, 8, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_estimate_says_where_it_comes_from()
    {
        CostEstimate estimate = ModelCatalogue.Default.Estimate("openai/GPT-4o", TokenUsage.OpenAI(1000, 500), s_day)!.Value;

        Assert.True(estimate.IsEstimate);
        Assert.Equal("gpt-4o", estimate.Model);
        Assert.Equal("openai", estimate.Provider);
        Assert.Equal("litellm 2026-08-06", estimate.Source);
        Assert.Equal(new DateOnly(2026, 8, 6), estimate.PriceAsOf);
    }

    [Fact]
    public void A_dated_price_names_the_source_that_has_the_dates()
    {
        CostEstimate estimate = ModelCatalogue.Default.Estimate("claude-sonnet-5", TokenUsage.Anthropic(1, 1), s_day)!.Value;

        Assert.Equal("genai-prices 2026-08-21", estimate.Source);
        Assert.Equal(new DateOnly(2026, 8, 21), estimate.PriceAsOf);
    }

    [Theory]
    [InlineData("no-such-model")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("gpt-4o-ultra")]
    [InlineData("modèle")]
    public void An_unknown_model_costs_null_and_not_zero(string model)
    {
        Assert.Null(ModelCatalogue.Default.Estimate(model, TokenUsage.OpenAI(1000, 500), s_day));
    }

    [Theory]
    [InlineData("gpt-4o-realtime-preview")]
    [InlineData("gpt-4o-transcribe")]
    [InlineData("gpt-4o-audio-preview")]
    [InlineData("gpt-image-1")]
    [InlineData("anthropic.claude-mythos-preview")]
    public void A_model_without_a_price_for_text_costs_null_and_not_zero(string model)
    {
        CataloguedModel? known = ModelCatalogue.Default.Find(model);

        Assert.NotNull(known);
        Assert.Empty(known.Prices);
        Assert.Null(ModelCatalogue.Default.Estimate(model, TokenUsage.OpenAI(1000, 500), s_day));
    }

    [Fact]
    public void Unknown_token_counts_cost_null_and_not_zero()
    {
        Assert.Null(ModelCatalogue.Default.Estimate("gpt-4o", default, s_day));
        Assert.Null(ModelCatalogue.Default.Estimate("gpt-4o", new TokenUsage(1000, null), s_day));
        Assert.Null(ModelCatalogue.Default.Estimate("gpt-4o", new TokenUsage(null, 500), s_day));
        Assert.Null(ModelCatalogue.Default.Estimate("claude-sonnet-4-5", TokenUsage.Anthropic(null, 500, 10, 10), s_day));
    }

    [Fact]
    public void No_tokens_cost_nothing()
    {
        Assert.Equal(0m, ModelCatalogue.Default.Estimate("gpt-4o", TokenUsage.Zero, s_day)?.Usd);
    }

    [Fact]
    public void A_free_model_costs_nothing_even_when_nobody_counted()
    {
        Assert.Equal(0m, ModelCatalogue.Default.Estimate("ollama/llama3", default, s_day)?.Usd);
    }

    [Fact]
    public void The_largest_counts_there_are_do_not_overflow()
    {
        TokenUsage usage = new(long.MaxValue, long.MaxValue, long.MaxValue / 2, long.MaxValue / 4, long.MaxValue / 8, long.MaxValue);

        Assert.NotNull(ModelCatalogue.Default.Estimate("claude-sonnet-4-5", usage, s_day));
        Assert.NotNull(
            new ModelPrice { Model = "x", InputPerMillion = 1_000_000, OutputPerMillion = 1_000_000 }.CostOf(usage));
    }

    [Fact]
    public void An_estimate_allocates_nothing_once_the_name_is_known()
    {
        TokenUsage usage = TokenUsage.OpenAI(1000, 500, 100);
        ModelCatalogue.Default.Estimate("gpt-4o", usage, s_day, "openai");
        ModelCatalogue.Default.Estimate("no-such-model", usage, s_day);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            ModelCatalogue.Default.Estimate("gpt-4o", usage, s_day, "openai");
            ModelCatalogue.Default.Estimate("no-such-model", usage, s_day);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
