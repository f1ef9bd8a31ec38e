using System.Buffers;

namespace Docs.Searching;

/// <summary>
/// Cuts the commonest English endings, so that <c>mask</c>, <c>masks</c>, <c>masked</c> and <c>masking</c> are one term. It need
/// not find the true stem, only the same one for the forms of a word; a light touch merges fewer different words.
/// </summary>
public static class Stemmer
{
    private const int ShortestStem = 3;

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem || char.IsDigit(word[^1]))
        {
            return word;
        }

        string singular = Singular(word);
        return TrimFinalE(
            Without(singular, "ation", shortest: 4)
            ?? Undouble(Without(singular, "ing", ShortestStem))
            ?? (singular.EndsWith("eed", StringComparison.Ordinal) ? null : Undouble(Without(singular, "ed", ShortestStem)))
            ?? Without(singular, "er", shortest: 4)
            ?? singular);
    }

    private static string Singular(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static string? Without(string word, string ending, int shortest)
    {
        if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < shortest)
        {
            return null;
        }

        // Without a vowel the ending belongs to the word: string, bring.
        string stem = word[..^ending.Length];
        return stem.AsSpan().ContainsAny(s_vowels) ? stem : null;
    }

    private static string? Undouble(string? stem) =>
        stem is [.., var a, var b] && a == b && b is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static string TrimFinalE(string stem) => stem.Length > ShortestStem && stem[^1] == 'e' ? stem[..^1] : stem;
}
