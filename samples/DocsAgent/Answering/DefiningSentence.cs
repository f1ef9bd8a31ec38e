using System.Text.RegularExpressions;
using Docs.Searching;

namespace Docs.Answering;

/// <summary>Finds a sentence that says what something is: <c>**Run**: one execution</c> or <c>A run is one execution</c>.</summary>
internal static partial class DefiningSentence
{
    /// <returns>Where the sentence starts; null when there is none.</returns>
    public static int? Find(string text, Query query) => Pattern().Matches(text)
        .FirstOrDefault(match => IsAsked(match.Groups["subject"].Value, query))?.Groups["sentence"].Index;

    private static bool IsAsked(string subject, Query query)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(subject)];
        return tokens.Length > 0 && tokens.All(token => query.Meanings(token.Term).Count > 0);
    }

    [GeneratedRegex(
        @"(^|[.!?]\s+)(?<sentence>[\s\-*+|>`\[]*((an?|the)\s+)?(?<subject>[^.:|]{2,40}?)[`*\]]*\s*(\([^)]*\)\s*)?"
        + @"(:|\||—|–|\b(is|are|means)\b))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
