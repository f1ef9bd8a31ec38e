using System.Globalization;

namespace Observe.Tests.Models;

/// <summary>
/// Invoices computed by hand from the published prices, US dollars for one million tokens. The comment of each is its arithmetic; the
/// sum stands in millionths of a dollar.
/// </summary>
public sealed class InvoiceTests
{
    private const string AnyDay = "2026-08-21";

    public static TheoryData<string, string, TokenUsage, decimal> Invoices => new()
    {
        // 1000 x 2.50 + 500 x 10 = 7500
        { "gpt-4o", AnyDay, TokenUsage.OpenAI(1000, 500), 0.0075m },
        // (2000 - 1024) x 2.50 + 1024 x 1.25 + 100 x 10 = 2440 + 1280 + 1000
        { "gpt-4o", AnyDay, TokenUsage.OpenAI(2000, 100, cachedInputTokens: 1024), 0.00472m },
        // all of it cached: 1000 x 1.25
        { "gpt-4o", AnyDay, TokenUsage.OpenAI(1000, 0, cachedInputTokens: 1000), 0.00125m },
        // 1000000 x 0.15 + 1000000 x 0.60
        { "gpt-4o-mini", AnyDay, TokenUsage.OpenAI(1_000_000, 1_000_000), 0.75m },
        // the dated version has a price of its own: 1000 x 5 + 500 x 15
        { "gpt-4o-2024-05-13", AnyDay, TokenUsage.OpenAI(1000, 500), 0.0125m },
        // 6000 x 2 + 4000 x 0.50 + 2000 x 8
        { "gpt-4.1", AnyDay, TokenUsage.OpenAI(10_000, 2000, cachedInputTokens: 4000), 0.03m },
        // 1 x 0.10 + 1 x 0.40
        { "gpt-4.1-nano", AnyDay, TokenUsage.OpenAI(1, 1), 0.0000005m },
        // reasoning is output: 500 x 1.10 + 2000 x 4.40 = 550 + 8800
        { "o3-mini", AnyDay, TokenUsage.OpenAI(500, 2000, reasoningTokens: 1500), 0.00935m },
        // 1000 x 10 + 1000 x 40, the day before the price fell
        { "o3", "2025-06-09", TokenUsage.OpenAI(1000, 1000), 0.05m },
        // 1000 x 2 + 1000 x 8
        { "o3", "2025-06-10", TokenUsage.OpenAI(1000, 1000), 0.01m },
        // below the tier: 271999 x 2.50 + 1000 x 15 = 679997.5 + 15000
        { "gpt-5.4", AnyDay, TokenUsage.OpenAI(271_999, 1000), 0.6949975m },
        // at the tier, which begins above it: 272000 x 2.50 + 1000 x 15
        { "gpt-5.4", AnyDay, TokenUsage.OpenAI(272_000, 1000), 0.695m },
        // above: 272001 x 5 + 1000 x 22.50 = 1360005 + 22500
        { "gpt-5.4", AnyDay, TokenUsage.OpenAI(272_001, 1000), 1.382505m },
        // 1000 x 1 + 1000 x 6
        { "gpt-5.6-luna", "2026-07-29", TokenUsage.OpenAI(1000, 1000), 0.007m },
        // 500 x 0.20 + 500 x 0.25 written to the cache + 1000 x 1.20
        { "gpt-5.6-luna", "2026-07-30", TokenUsage.OpenAI(1000, 1000, cacheWriteTokens: 500), 0.001425m },
        // 1000 x 3 + 10000 x 0.30 + 2000 x 3.75 + 500 x 15 = 3000 + 3000 + 7500 + 7500
        { "claude-sonnet-4-5", AnyDay, TokenUsage.Anthropic(1000, 500, 10_000, 2000), 0.021m },
        // half of what is written stays for an hour: 3000 + 3000 + 1000 x 3.75 + 1000 x 6 + 7500
        { "claude-sonnet-4-5", AnyDay, TokenUsage.Anthropic(1000, 500, 10_000, 2000, 1000), 0.02325m },
        // 100000 and 100000 cached are at the tier of 200000: 100000 x 3 + 100000 x 0.30 + 1000 x 15
        { "claude-sonnet-4-5", AnyDay, TokenUsage.Anthropic(100_000, 1000, 100_000), 0.345m },
        // one more: 100001 x 6 + 100000 x 0.60 + 1000 x 22.50 = 600006 + 60000 + 22500
        { "claude-sonnet-4-5", AnyDay, TokenUsage.Anthropic(100_001, 1000, 100_000), 0.682506m },
        // 300000 x 10 + 1000 x 37.50, while long prompts cost more
        { "claude-opus-4-6", "2026-03-12", TokenUsage.Anthropic(300_000, 1000), 3.0375m },
        // 300000 x 5 + 1000 x 25
        { "claude-opus-4-6", "2026-03-13", TokenUsage.Anthropic(300_000, 1000), 1.525m },
        // 1000 x 2 + 1000 x 10
        { "claude-sonnet-5", "2026-08-31", TokenUsage.Anthropic(1000, 1000), 0.012m },
        // 1000 x 3 + 1000 x 15
        { "claude-sonnet-5", "2026-09-01", TokenUsage.Anthropic(1000, 1000), 0.018m },
        // 1000 x 0.50, one hour; one of the two sources has 6 there
        { "claude-3-haiku-20240307", AnyDay, TokenUsage.Anthropic(0, 0, 0, 1000, 1000), 0.0005m },
        // at the tier: 200000 x 1.25 + 1000 x 10
        { "gemini-2.5-pro", AnyDay, TokenUsage.Gemini(200_000, 1000), 0.26m },
        // above: 100001 x 2.50 + 100000 x 0.25 + 1000 x 15 = 250002.5 + 25000 + 15000
        { "gemini-2.5-pro", AnyDay, TokenUsage.Gemini(200_001, 1000, cachedContentTokens: 100_000), 0.2900025m },
        // thoughts are beside the candidates: 1000 x 0.30 + (200 + 800) x 2.50
        { "gemini-2.5-flash", AnyDay, TokenUsage.Gemini(1000, 200, thoughtsTokens: 800), 0.0028m },
        // 1000 x 0.75 + 1000 x 3.75
        { "gemini-3.6-flash", "2026-12-31", TokenUsage.Gemini(1000, 1000), 0.0045m },
        // 1000 x 1.50 + 1000 x 7.50
        { "gemini-3.6-flash", "2027-01-01", TokenUsage.Gemini(1000, 1000), 0.009m },
        // 400 x 0.28 + 600 x 0.028 + 1000 x 0.42 = 112 + 16.8 + 420
        { "deepseek-chat", AnyDay, TokenUsage.OpenAI(1000, 1000, cachedInputTokens: 600), 0.0005488m },
        // 2000 x 0.50 + 1000 x 1.50
        { "mistral-large-latest", AnyDay, TokenUsage.OpenAI(2000, 1000), 0.0025m },
        // there is no output to be paid for: 8000 x 0.02
        { "text-embedding-3-small", AnyDay, new TokenUsage(8000, null), 0.00016m },
        // free
        { "openrouter/meta-llama/llama-3.3-70b-instruct:free", AnyDay, TokenUsage.OpenAI(1000, 1000), 0m },
        // on one's own machine
        { "ollama/llama3", AnyDay, TokenUsage.OpenAI(1000, 1000), 0m },
        // a region of Bedrock costs ten percent more: 1000 x 3.30 + 1000 x 16.50
        { "us.anthropic.claude-sonnet-4-5-20250929-v1:0", AnyDay, TokenUsage.Anthropic(1000, 1000), 0.0198m },
        // 1000 x 2.50 + 500 x 10
        { "azure/gpt-4o", AnyDay, TokenUsage.OpenAI(1000, 500), 0.0075m },
        // 1000 x 0.59 + 1000 x 0.79
        { "groq/llama-3.3-70b-versatile", AnyDay, TokenUsage.OpenAI(1000, 1000), 0.00138m },
        // more than a whole number of 32 bits counts: 5000000000 x 2.50
        { "gpt-4o", AnyDay, TokenUsage.OpenAI(5_000_000_000, 0), 12_500m },
    };

    [Theory]
    [MemberData(nameof(Invoices))]
    public void An_invoice_computed_by_hand_is_met_exactly(string model, string day, TokenUsage usage, decimal expected)
    {
        DateTimeOffset noon = DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);

        CostEstimate? estimate = ModelCatalogue.Default.Estimate(model, usage, noon);

        Assert.Equal(expected, estimate?.Usd);
    }

    [Fact]
    public void A_price_changes_at_midnight_UTC_whatever_the_offset_of_the_call()
    {
        DateTimeOffset lastTick = new(2026, 8, 31, 23, 59, 59, TimeSpan.Zero);
        DateTimeOffset midnight = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        TokenUsage usage = TokenUsage.Anthropic(1000, 1000);

        Assert.Equal(0.012m, ModelCatalogue.Default.Estimate("claude-sonnet-5", usage, lastTick)?.Usd);
        Assert.Equal(0.012m, ModelCatalogue.Default.Estimate("claude-sonnet-5", usage, lastTick.ToOffset(TimeSpan.FromHours(9)))?.Usd);
        Assert.Equal(0.018m, ModelCatalogue.Default.Estimate("claude-sonnet-5", usage, midnight)?.Usd);
        Assert.Equal(0.018m, ModelCatalogue.Default.Estimate("claude-sonnet-5", usage, midnight.ToOffset(TimeSpan.FromHours(-8)))?.Usd);
    }

    [Fact]
    public void A_million_small_calls_add_up_without_an_error()
    {
        CostEstimate one = ModelCatalogue.Default.Estimate("gpt-4.1-nano", TokenUsage.OpenAI(1, 1), DateTimeOffset.UnixEpoch)!.Value;

        decimal sum = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            sum += one.Usd;
        }

        Assert.Equal(0.5m, sum);
    }
}
