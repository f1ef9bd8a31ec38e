using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2008Tests
{
    [Theory]
    [InlineData("new(\"a\", \"so\", confidence: {|OBS2008:95|})", "confidence = 95 is not recorded; it must be from 0 to 1, so write 0.95")]
    [InlineData("new(\"a\", \"so\", {|OBS2008:1.5|})", "confidence = 1.5 is not recorded; it must be from 0 to 1, so write 0.015")]
    [InlineData("new Decision<string>(\"a\", confidence: {|OBS2008:-0.1|})", "confidence = -0.1 is not recorded; it must be from 0 to 1")]
    [InlineData("new Observe.Decision<string>(\"a\", null, {|OBS2008:Sure|})", "confidence = 100 is not recorded; it must be from 0 to 1, so write 1")]
    [InlineData("new(\"a\", confidence: {|OBS2008:double.NaN|})", "confidence = NaN is not recorded; it must be from 0 to 1")]
    public async Task A_confidence_outside_its_range_is_a_warning(string result, string message) =>
        Assert.Equal([message], await Use.VerifyAsync(Decision(result)));

    [Theory]
    [InlineData("new(\"a\", \"so\", 1)")]
    [InlineData("new(\"a\", \"so\", 0.0)")]
    [InlineData("new(\"a\", confidence: null)")]
    [InlineData("new(\"a\", confidence: Half)")]
    [InlineData("new(\"a\", confidence: Sure / 200.0)")]
    [InlineData("new Decision<string>(\"a\", confidence: DateTime.Now.Hour)")]
    public Task A_confidence_in_its_range_is_fine(string result) => Use.VerifyAsync(Decision(result));

    [Theory]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], \"a\", confidence: {|OBS2008:87|});", "confidence = 87 is not recorded; it must be from 0 to 1, so write 0.87")]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], \"a\", null, {|OBS2008:-1|});", "confidence = -1 is not recorded; it must be from 0 to 1")]
    [InlineData("run.RecordRetry({|OBS2008:0|}, \"timed out\");", "attempt = 0 is no attempt; they are numbered from 1")]
    [InlineData("RunContext.Current?.RecordRetry(1, \"timed out\", maxAttempts: {|OBS2008:0|});", "maxAttempts = 0 leaves no attempt; it must be at least 1")]
    [InlineData("run.RecordLlmCall(new LlmCall(\"gpt-4o\") { CostUsd = {|OBS2008:-1|} });", "CostUsd = -1 is not recorded; 0 is free, and null is estimated")]
    [InlineData("LlmCall call = new(\"gpt-4o\"); run.RecordLlmCall(call with { CostUsd = {|OBS2008:-0.5m|} });", "CostUsd = -0.5 is not recorded; 0 is free, and null is estimated")]
    [InlineData("Show(new LlmResult<string>(\"a\", costUsd: {|OBS2008:-1|}));", "costUsd = -1 is not recorded; 0 is free, and null is estimated")]
    [InlineData("run.RecordLlmCall(new LlmCall(\"gpt-4o\") { Usage = new({|OBS2008:-1|}, 20) });", "inputTokens = -1 is dropped; what is not known is null")]
    [InlineData("Show(new TokenUsage(10, 20, reasoningTokens: {|OBS2008:-1|}));", "reasoningTokens = -1 is dropped; what is not known is null")]
    [InlineData("Show(TokenUsage.OpenAI(10, {|OBS2008:-1|}));", "outputTokens = -1 is dropped; what is not known is null")]
    public async Task A_number_outside_its_range_is_a_warning(string statement, string message) =>
        Assert.Equal([message], await Use.VerifyAsync(In(statement)));

    [Theory]
    [InlineData("run.RecordDecision(\"route\", [\"a\", \"b\"], \"a\", confidence: 1);")]
    [InlineData("run.RecordRetry(1, \"timed out\", maxAttempts: 1);")]
    [InlineData("run.RecordRetry(number, \"timed out\", maxAttempts: null);")]
    [InlineData("run.RecordLlmCall(new LlmCall(\"gpt-4o\") { CostUsd = 0, Usage = new(0, null) });")]
    [InlineData("run.RecordLlmCall(new LlmCall(\"gpt-4o\") { CostUsd = null });")]
    [InlineData("Show(TokenUsage.Anthropic(10, 20, null, 0));")]
    [InlineData("run.RecordRetrievalResult(new RetrievalResult(7.5, \"docs\"));")]
    [InlineData("run.RecordScore(\"loss\", -3);")]
    [InlineData("Show(new Price { CostUsd = -1 });")]
    [InlineData("Show(new Price { CostUsd = 1 } with { CostUsd = -1 });")]
    [InlineData("Vector vector = new(-1, 2, 3); Show(vector);")]
    [InlineData("Show(Anthropic(-1));")]
    public Task A_number_in_its_range_or_not_ours_is_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string Decision(string result) => $$"""
        public partial class Agent
        {
            private const int Sure = 100;
            private const double Half = 0.5;

            [Decision(Options = ["a"])]
            public partial string Choose();

            private static Decision<string> ChooseCore() => {{result}};

            public static double Sum => Sure + Half;
        }
        """;

    private static string In(string statement) => $$"""
        public sealed record Price
        {
            public decimal? CostUsd { get; init; }
        }

        public readonly record struct Vector(int X, int Y, int Z);

        public class Desk
        {
            public void Work(RunContext run, int number)
            {
                Console.WriteLine(run.Agent + number);
                {{statement}}
            }

            private static int Anthropic(int inputTokens) => inputTokens;

            private static void Show(object value) => Console.WriteLine(value);
        }
        """;
}
