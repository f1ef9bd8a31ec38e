namespace Observe.Tests.Models;

public sealed class TokenUsageTests
{
    [Fact]
    public void Nothing_is_known_of_the_default_value()
    {
        TokenUsage usage = default;

        Assert.Null(usage.InputTokens);
        Assert.Null(usage.OutputTokens);
        Assert.Null(usage.CacheReadTokens);
        Assert.Null(usage.CacheWriteTokens);
        Assert.Null(usage.CacheWriteOneHourTokens);
        Assert.Null(usage.ReasoningTokens);
        Assert.Null(usage.TotalTokens);
        Assert.False(usage.IsAdjusted);
    }

    [Fact]
    public void OpenAI_counts_cached_tokens_inside_the_input_and_reasoning_inside_the_output()
    {
        TokenUsage usage = TokenUsage.OpenAI(1000, 500, cachedInputTokens: 600, reasoningTokens: 200);

        Assert.Equal(1000, usage.InputTokens);
        Assert.Equal(600, usage.CacheReadTokens);
        Assert.Equal(500, usage.OutputTokens);
        Assert.Equal(200, usage.ReasoningTokens);
        Assert.Equal(1500, usage.TotalTokens);
        Assert.False(usage.IsAdjusted);
    }

    [Fact]
    public void Anthropic_counts_cached_tokens_beside_the_input()
    {
        TokenUsage usage = TokenUsage.Anthropic(1000, 500, 10_000, 2000, 1500);

        Assert.Equal(13_000, usage.InputTokens);
        Assert.Equal(10_000, usage.CacheReadTokens);
        Assert.Equal(2000, usage.CacheWriteTokens);
        Assert.Equal(1500, usage.CacheWriteOneHourTokens);
        Assert.Equal(13_500, usage.TotalTokens);
        Assert.False(usage.IsAdjusted);
    }

    [Fact]
    public void Gemini_counts_thoughts_and_prompts_of_tools_beside_the_rest()
    {
        TokenUsage usage = TokenUsage.Gemini(1000, 200, cachedContentTokens: 300, thoughtsTokens: 800, toolUsePromptTokens: 50);

        Assert.Equal(1050, usage.InputTokens);
        Assert.Equal(300, usage.CacheReadTokens);
        Assert.Equal(1000, usage.OutputTokens);
        Assert.Equal(800, usage.ReasoningTokens);
    }

    [Fact]
    public void Parts_of_an_unknown_total_are_kept_and_the_total_stays_unknown()
    {
        TokenUsage usage = TokenUsage.Anthropic(null, null, 10, 20, null, 30);

        Assert.Null(usage.InputTokens);
        Assert.Null(usage.OutputTokens);
        Assert.Equal(10, usage.CacheReadTokens);
        Assert.Equal(20, usage.CacheWriteTokens);
        Assert.Equal(30, usage.ReasoningTokens);
        Assert.False(usage.IsAdjusted);
    }

    [Fact]
    public void A_part_that_exceeds_its_total_is_cut_to_it()
    {
        TokenUsage usage = new(100, 50, cacheReadTokens: 70, cacheWriteTokens: 60, cacheWriteOneHourTokens: 90, reasoningTokens: 51);

        Assert.Equal(70, usage.CacheReadTokens);
        Assert.Equal(30, usage.CacheWriteTokens);
        Assert.Equal(30, usage.CacheWriteOneHourTokens);
        Assert.Equal(50, usage.ReasoningTokens);
        Assert.True(usage.IsAdjusted);
    }

    [Fact]
    public void A_part_equal_to_its_total_is_not_adjusted()
    {
        Assert.False(new TokenUsage(100, 50, 60, 40, 40, 50).IsAdjusted);
        Assert.False(new TokenUsage(0, 0, 0, 0, 0, 0).IsAdjusted);
    }

    [Fact]
    public void A_negative_count_is_dropped()
    {
        TokenUsage usage = TokenUsage.Anthropic(-5, 10, -1);

        Assert.Null(usage.InputTokens);
        Assert.Null(usage.CacheReadTokens);
        Assert.Equal(10, usage.OutputTokens);
        Assert.True(usage.IsAdjusted);
        Assert.True(TokenUsage.Gemini(1, -1).IsAdjusted);
        Assert.True(TokenUsage.OpenAI(long.MinValue, 1).IsAdjusted);
    }

    [Fact]
    public void Writes_for_one_hour_are_writes_even_when_only_they_are_reported()
    {
        TokenUsage usage = TokenUsage.Anthropic(10, 10, null, null, 5);

        Assert.Equal(15, usage.InputTokens);
        Assert.Equal(5, usage.CacheWriteTokens);
        Assert.Equal(5, usage.CacheWriteOneHourTokens);
    }

    [Fact]
    public void A_sum_adds_totals_and_parts()
    {
        TokenUsage sum = TokenUsage.Zero + TokenUsage.OpenAI(1000, 500, 600, 200) + TokenUsage.Anthropic(1000, 500, 10_000, 2000, 1500);

        Assert.Equal(new TokenUsage(14_000, 1000, 10_600, 2000, 1500, 200), sum);
    }

    [Fact]
    public void A_sum_with_an_unknown_total_is_unknown()
    {
        TokenUsage sum = TokenUsage.OpenAI(1000, 500, 600) + new TokenUsage(null, 5);

        Assert.Null(sum.InputTokens);
        Assert.Null(sum.TotalTokens);
        Assert.Equal(505, sum.OutputTokens);
        Assert.Equal(600, sum.CacheReadTokens);
    }

    [Fact]
    public void A_sum_remembers_that_a_summand_was_adjusted()
    {
        Assert.True((TokenUsage.OpenAI(1, 1, 2) + TokenUsage.OpenAI(1, 1)).IsAdjusted);
        Assert.False((TokenUsage.OpenAI(1, 1) + TokenUsage.OpenAI(1, 1)).IsAdjusted);
    }

    [Fact]
    public void Whatever_is_reported_the_parts_never_exceed_their_totals_and_nothing_throws()
    {
        long?[] figures = [null, long.MinValue, -1, 0, 1, 2, 7, 100, long.MaxValue / 2, long.MaxValue - 1, long.MaxValue];
        Random random = new(20260821);
        TokenUsage sum = TokenUsage.Zero;
        for (int i = 0; i < 20_000; i++)
        {
            TokenUsage[] all =
            [
                new(Any(), Any(), Any(), Any(), Any(), Any()),
                TokenUsage.OpenAI(Any(), Any(), Any(), Any(), Any()),
                TokenUsage.Anthropic(Any(), Any(), Any(), Any(), Any(), Any()),
                TokenUsage.Gemini(Any(), Any(), Any(), Any(), Any()),
            ];
            foreach (TokenUsage usage in all)
            {
                AssertPartsFit(usage);
                AssertPartsFit(sum + usage);
                sum = random.Next(10) == 0 ? TokenUsage.Zero : sum + usage;
            }
        }

        long? Any() => figures[random.Next(figures.Length)];
    }

    private static void AssertPartsFit(TokenUsage usage)
    {
        long?[] all =
        [
            usage.InputTokens, usage.OutputTokens, usage.CacheReadTokens, usage.CacheWriteTokens, usage.CacheWriteOneHourTokens,
            usage.ReasoningTokens, usage.TotalTokens,
        ];
        Assert.All(all, figure => Assert.False(figure < 0));
        Assert.True(usage.InputTokens is null || (decimal)(usage.CacheReadTokens ?? 0) + (usage.CacheWriteTokens ?? 0) <= usage.InputTokens, usage.ToString());
        Assert.True((usage.CacheWriteOneHourTokens ?? 0) <= (usage.CacheWriteTokens ?? 0), usage.ToString());
        Assert.True(usage.OutputTokens is null || (usage.ReasoningTokens ?? 0) <= usage.OutputTokens, usage.ToString());
        Assert.True(usage.TotalTokens is null || usage.TotalTokens >= Math.Max(usage.InputTokens!.Value, usage.OutputTokens!.Value), usage.ToString());
    }
}
