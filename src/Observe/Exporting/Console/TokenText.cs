using System.Globalization;

namespace Observe;

/// <summary>Tokens of calls of language models.</summary>
internal static class TokenText
{
    /// <summary><c>1,000 tokens in (800 cached)</c> and <c>500 out (100 reasoning)</c>; nothing when neither is known.</summary>
    public static IEnumerable<string> Of(TokenUsage usage)
    {
        if (usage is { InputTokens: null, OutputTokens: null })
        {
            yield break;
        }

        string read = Part(usage.CacheReadTokens, " cached");
        string written = Part(usage.CacheWriteTokens, " to cache");
        string cached = read.Length > 0 && written.Length > 0 ? read + ", " + written : read + written;
        yield return Number(usage.InputTokens) + " tokens in" + InBrackets(cached);
        yield return Number(usage.OutputTokens) + " out" + InBrackets(Part(usage.ReasoningTokens, " reasoning"));
    }

    public static string Number(long? tokens) => tokens is { } known ? known.ToString("N0", CultureInfo.InvariantCulture) : "?";

    private static string Part(long? tokens, string what) => tokens is > 0 ? Number(tokens) + what : "";

    private static string InBrackets(string text) => text.Length == 0 ? "" : $" ({text})";
}
