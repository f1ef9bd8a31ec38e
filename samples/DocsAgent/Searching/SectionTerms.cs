using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Docs.Reading;

namespace Docs.Searching;

/// <summary>
/// Counts the terms of a section. Its heading, and words set in bold, say what it is about and weigh more; code weighs less.
/// </summary>
public static partial class SectionTerms
{
    private const float HeadingWeight = 3;
    private const float BoldWeight = 2;
    private const float CodeWeight = 0.6f;
    private const float SurroundingsWeight = 0.5f;

    public static Dictionary<string, float> Count(Section section, IReadOnlyList<string> lines)
    {
        Dictionary<string, float> terms = [];
        Count(terms, section.Path, SurroundingsWeight);
        Count(terms, section.Parents, SurroundingsWeight);
        Count(terms, section.Heading, HeadingWeight);
        CodeFence fence = default;
        for (int number = section.FirstLine; number <= section.LastLine; number++)
        {
            string line = lines[number - 1];
            Count(terms, line, fence.Holds(line) ? CodeWeight : 1);
            foreach (Match bold in Bold().Matches(line))
            {
                Count(terms, bold.Value, BoldWeight - 1);
            }
        }

        return terms;
    }

    private static void Count(Dictionary<string, float> terms, string text, float weight)
    {
        foreach (Token token in Tokenizer.Tokenize(text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(terms, token.Term, out _) += weight;
        }
    }

    [GeneratedRegex(@"\*\*[^*]{1,80}\*\*")]
    private static partial Regex Bold();
}
