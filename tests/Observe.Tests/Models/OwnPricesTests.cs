namespace Observe.Tests.Models;

public sealed class OwnPricesTests
{
    private static readonly DateTimeOffset s_day = new(2026, 8, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenUsage s_usage = TokenUsage.OpenAI(1000, 500);

    [Fact]
    public void An_own_price_comes_before_the_built_in_one()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(new ModelPrice { Model = "gpt-4o", InputPerMillion = 1, OutputPerMillion = 2 });

        CostEstimate estimate = own.Estimate("gpt-4o", s_usage, s_day)!.Value;

        Assert.Equal(0.002m, estimate.Usd);
        Assert.Equal("own", estimate.Source);
        Assert.Null(estimate.PriceAsOf);
        Assert.Equal("openai", estimate.Provider);
        Assert.Equal(0.0075m, ModelCatalogue.Default.Estimate("gpt-4o", s_usage, s_day)?.Usd);
    }

    [Theory]
    [InlineData("GPT-4o")]
    [InlineData("openai/gpt-4o")]
    [InlineData("gpt-4o-2024-08-06")]
    public void It_holds_for_the_spellings_and_versions_of_the_name(string asked)
    {
        ModelCatalogue own = ModelCatalogue.Default.With(new ModelPrice { Model = "Gpt-4o", InputPerMillion = 1, OutputPerMillion = 2 });

        Assert.Equal(0.002m, own.Estimate(asked, s_usage, s_day)?.Usd);
    }

    [Fact]
    public void It_does_not_hold_for_other_models()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(new ModelPrice { Model = "gpt-4o", InputPerMillion = 1, OutputPerMillion = 2 });

        Assert.Equal(0.00045m, own.Estimate("gpt-4o-mini", s_usage, s_day)?.Usd);
        Assert.Null(own.Estimate("gpt-4o-foo", s_usage, s_day));
    }

    [Fact]
    public void The_longest_own_name_counts()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice { Model = "gpt-4o-2024-08-06", InputPerMillion = 3, OutputPerMillion = 0 },
            new ModelPrice { Model = "gpt-4o", InputPerMillion = 1, OutputPerMillion = 0 });

        Assert.Equal(0.003m, own.Estimate("gpt-4o-2024-08-06", s_usage, s_day)?.Usd);
        Assert.Equal(0.001m, own.Estimate("gpt-4o-2024-11-20", s_usage, s_day)?.Usd);
    }

    [Fact]
    public void A_price_for_one_provider_leaves_the_others_alone()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(new ModelPrice { Model = "azure/gpt-4o", InputPerMillion = 1, OutputPerMillion = 2 });

        Assert.Equal(0.002m, own.Estimate("gpt-4o", s_usage, s_day, "azure")?.Usd);
        Assert.Equal(0.002m, own.Estimate("azure/gpt-4o", s_usage, s_day)?.Usd);
        Assert.Equal(0.0075m, own.Estimate("gpt-4o", s_usage, s_day)?.Usd);
        Assert.Equal(0.0075m, own.Estimate("gpt-4o", s_usage, s_day, "openai")?.Usd);
    }

    [Fact]
    public void A_price_for_the_provider_that_the_name_means_holds_without_one()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice { Model = "gpt-4o", Provider = "OpenAI", InputPerMillion = 1, OutputPerMillion = 2 });

        Assert.Equal(0.002m, own.Estimate("gpt-4o", s_usage, s_day)?.Usd);
        Assert.Equal(0.0075m, own.Estimate("gpt-4o", s_usage, s_day, "azure")?.Usd);
    }

    [Fact]
    public void Unknown_models_deployments_and_providers_can_be_priced()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice { Model = "my-deployment", InputPerMillion = 1, OutputPerMillion = 2, MaxInputTokens = 32_000 },
            new ModelPrice { Model = "my-org/my-model", InputPerMillion = 3, OutputPerMillion = 0 },
            new ModelPrice { Model = "gpt-4o", Provider = "my-gateway", InputPerMillion = 4, OutputPerMillion = 0 });

        Assert.Equal(0.002m, own.Estimate("my-deployment", s_usage, s_day, "azure")?.Usd);
        Assert.Equal("azure.ai.openai", own.Find("my-deployment", "azure")?.Provider);
        Assert.Equal("", own.Find("my-deployment")?.Provider);
        Assert.Null(own.ProviderOf("my-deployment"));
        Assert.Equal(32_000, own.Find("my-deployment")?.MaxInputTokens);
        Assert.Equal(0.003m, own.Estimate("my-org/my-model", s_usage, s_day)?.Usd);
        Assert.Equal(0.004m, own.Estimate("gpt-4o", s_usage, s_day, "My-Gateway")?.Usd);
        Assert.Equal(0.0075m, own.Estimate("gpt-4o", s_usage, s_day)?.Usd);
    }

    [Fact]
    public void Prices_follow_each_other_and_before_the_first_the_built_in_ones_hold()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice { Model = "gpt-4o", InputPerMillion = 2, OutputPerMillion = 0, ValidFrom = new DateOnly(2026, 10, 1) },
            new ModelPrice { Model = "gpt-4o", InputPerMillion = 1, OutputPerMillion = 0, ValidFrom = new DateOnly(2026, 9, 1) });

        Assert.Equal(0.0075m, own.Estimate("gpt-4o", s_usage, Day(2026, 8, 31))?.Usd);
        Assert.Equal(0.001m, own.Estimate("gpt-4o", s_usage, Day(2026, 9, 1))?.Usd);
        Assert.Equal(0.002m, own.Estimate("gpt-4o", s_usage, Day(2026, 10, 1))?.Usd);
        Assert.Equal([2.5m, 1m, 2m], own.Find("gpt-4o")!.Prices.Select(price => price.InputPerMillion));
        Assert.Equal(128_000, own.Find("gpt-4o")!.MaxInputTokens);
    }

    [Fact]
    public void A_new_model_has_no_price_before_its_first_day()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice { Model = "my-model", InputPerMillion = 1, OutputPerMillion = 0, ValidFrom = new DateOnly(2026, 9, 1) });

        Assert.Null(own.Estimate("my-model", s_usage, Day(2026, 8, 31)));
        Assert.NotNull(own.Estimate("my-model", s_usage, Day(2026, 9, 1)));
    }

    [Fact]
    public void Layers_add_up_and_the_later_price_of_a_day_counts()
    {
        ModelCatalogue first = ModelCatalogue.Default.With(
            new ModelPrice { Model = "gpt-4o", InputPerMillion = 1, OutputPerMillion = 0 },
            new ModelPrice { Model = "other", InputPerMillion = 5, OutputPerMillion = 0 });
        ModelCatalogue second = first.With(new ModelPrice { Model = "gpt-4o", InputPerMillion = 2, OutputPerMillion = 0 });

        Assert.Equal(0.001m, first.Estimate("gpt-4o", s_usage, s_day)?.Usd);
        Assert.Equal(0.002m, second.Estimate("gpt-4o", s_usage, s_day)?.Usd);
        Assert.Equal(0.005m, second.Estimate("other", s_usage, s_day)?.Usd);
    }

    [Fact]
    public void Tiers_cache_prices_and_a_free_model_of_ones_own_are_possible()
    {
        ModelCatalogue own = ModelCatalogue.Default.With(
            new ModelPrice
            {
                Model = "tiered", InputPerMillion = 1, OutputPerMillion = 2, CacheReadPerMillion = 0.5m,
                Tiers =
                [
                    new PriceTier { AboveInputTokens = 2000, InputPerMillion = 100 },
                    new PriceTier { AboveInputTokens = 1000, InputPerMillion = 10, OutputPerMillion = 20 },
                ],
            },
            new ModelPrice { Model = "free", InputPerMillion = 0, OutputPerMillion = 0 });

        Assert.Equal(0.002m, own.Estimate("tiered", TokenUsage.OpenAI(1000, 500), s_day)?.Usd);
        // 901 x 10 + 100 x 0.5 + 500 x 20
        Assert.Equal(0.01906m, own.Estimate("tiered", TokenUsage.OpenAI(1001, 500, 100), s_day)?.Usd);
        // 3000 x 100 + 500 x 2: what a tier does not say is as without it
        Assert.Equal(0.301m, own.Estimate("tiered", TokenUsage.OpenAI(3000, 500), s_day)?.Usd);
        Assert.Equal(0m, own.Estimate("free", s_usage, s_day)?.Usd);
    }

    [Fact]
    public void Without_prices_of_its_own_the_cache_costs_what_input_costs()
    {
        ModelPrice price = new() { Model = "x", InputPerMillion = 3, OutputPerMillion = 0 };
        ModelPrice withWrites = new() { Model = "x", InputPerMillion = 3, OutputPerMillion = 0, CacheWritePerMillion = 4 };

        Assert.Equal(0.003m, price.CostOf(new TokenUsage(1000, 0, 200, 300, 100)));
        // 500 x 3 + 500 x 4, those for one hour included
        Assert.Equal(0.0035m, withWrites.CostOf(new TokenUsage(1000, 0, 0, 500, 200)));
    }

    [Fact]
    public void Prices_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelPrice { Model = "x", InputPerMillion = -1, OutputPerMillion = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelPrice { Model = "x", InputPerMillion = 0, OutputPerMillion = 1_000_001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceTier { AboveInputTokens = 0 });
        Assert.Throws<ArgumentException>(() => new ModelPrice { Model = " ", InputPerMillion = 0, OutputPerMillion = 0 });
        Assert.Throws<ArgumentException>(() => new ModelPrice { Model = "x", InputPerMillion = 0, OutputPerMillion = 0, Tiers = [null!] });
        Assert.Throws<ArgumentNullException>(() => ModelCatalogue.Default.With(null!));
        Assert.Throws<ArgumentNullException>(() => ModelCatalogue.Default.With([null!]));
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
