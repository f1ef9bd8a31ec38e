using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS3004Tests
{
    [Theory]
    [InlineData("run.SetTag(\"card\", $\"paid with {{|OBS3004:card|}}\");", "Card", "SetTag")]
    [InlineData("run.SetTag(\"card\", {|OBS3004:card|}.ToString());", "Card", "SetTag")]
    [InlineData("run.SetTag(\"card\", {|OBS3004:maybe|}?.ToString());", "Card", "SetTag")]
    [InlineData("run.SetTag(\"card\", \"paid with \" + {|OBS3004:card|});", "Card", "SetTag")]
    [InlineData("run.SetTag(\"card\", string.Join(\", \", {|OBS3004:card|}, {|OBS3004:key|}));", "Card", "SetTag")]
    [InlineData("RunContext.Current?.SetMetadata(\"key\", $\"{{|OBS3004:key|}}\");", "Key", "SetMetadata")]
    [InlineData("run.SetMetadata(\"pair\", CapturedValue.Map((\"a\", $\"{{|OBS3004:pair|}}\")));", "(int, Card)", "SetMetadata")]
    [InlineData("run.RecordUserMessage(text + $\" {{|OBS3004:card|}}\");", "Card", "RecordUserMessage")]
    [InlineData("run.RecordScore(\"quality\", 1, $\"{{|OBS3004:card|}}\");", "Card", "RecordScore")]
    [InlineData("run.SetResult(text.Length > 3 ? text : $\"{{|OBS3004:card|}}\");", "Card", "SetResult")]
    [InlineData("run.RecordLlmCall(new LlmCall(\"gpt\") { PromptPreview = $\"{{|OBS3004:card|}}\" });", "Card", "RecordLlmCall")]
    public async Task A_text_that_shows_something_sensitive_is_a_warning(string statement, string type, string method)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal(
            $"The text of a '{type}' shows what is [Sensitive] and would be recorded by '{method}'; leave it out, or record only what may be seen",
            messages[0]);
    }

    [Theory]
    [InlineData("run.SetTag(\"card\", $\"paid with {card.Holder}\");")]
    [InlineData("run.SetTag(\"card\", nameof(card));")]
    [InlineData("run.SetTag(\"card\", $\"{card is { Holder: \"a\" }} {masked} {plain} {text}\");")]
    [InlineData("run.SetTag(\"card\", Describe(card));")]
    [InlineData("Console.WriteLine($\"{card}\");")]
    [InlineData("SetTag(\"card\", $\"{card}\");")]
    [InlineData("run.SetMetadata(\"pair\", pair.Item1);")]
    public Task A_text_that_shows_nothing_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Fact]
    public async Task A_text_that_goes_into_another_observed_call_counts_as_well()
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync("""
            public sealed record Card([Sensitive] string Number, string Holder);

            public partial class Agent
            {
                [LlmCall]
                public partial Task<string> AskAsync(string model, string prompt, [Sensitive] string? details = null);

                private Task<string> AskCoreAsync(string model, string prompt, string? details) => Task.FromResult("");

                public Task<string> TellAsync(Card card) => AskAsync("gpt", $"Who has {{|OBS3004:card|}}?", $"{card}");
            }
            """);

        Assert.Equal(
            ["The text of a 'Card' shows what is [Sensitive] and would be recorded by 'AskAsync'; mark 'prompt' [Sensitive] or [NotCaptured], too"],
            messages);
    }

    private static string In(string statement) => $$"""
        public sealed record Card([Sensitive] string Number, string Holder);

        [Sensitive]
        public sealed record Key(string Value);

        public sealed record Plain(string Name);

        public sealed record Masked([Sensitive] string Number)
        {
            public override string ToString() => "a card";
        }

        public class Desk
        {
            public void Work(RunContext run, Card card, Card? maybe, Key key, Plain plain, Masked masked, (int, Card) pair, string text)
            {
                {{statement}}
                Console.WriteLine(Describe(card) + maybe + key + plain + masked + pair + text + run);
            }

            private static string Describe(Card card) => card.Holder;

            private static void SetTag(string key, string value) => Console.WriteLine(key + value);
        }
        """;
}
