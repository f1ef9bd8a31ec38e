using System.Text.RegularExpressions;
using Observe;

namespace Docs.Answering;

/// <summary>Tells by its wording what kind of answer a question wants.</summary>
internal static partial class QuestionRouter
{
    // The first that matches wins, so the more telling ones come first.
    private static readonly (Route Route, Regex Cue, double Confidence)[] s_cues =
    [
        (Route.Comparison, Contrast(), 0.95),
        (Route.HowTo, Instruction(), 0.95),
        (Route.Lookup, Fact(), 0.9),
        (Route.Definition, Meaning(), 0.9),
        (Route.Comparison, Alternative(), 0.6),
        (Route.HowTo, Possibility(), 0.6),
    ];

    public static Decision<Route> Decide(string question)
    {
        foreach ((Route route, Regex cue, double confidence) in s_cues)
        {
            if (cue.Match(question) is { Success: true } match)
            {
                return new Decision<Route>(route, $"says \"{match.Value.Trim().ToLowerInvariant()}\"", confidence);
            }
        }

        return new Decision<Route>(Route.Unknown, "no wording that tells what is wanted", confidence: 0.3);
    }

    [GeneratedRegex(@"\b(differences? between|differs?\b|compared?\b|versus\b|vs\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(how (do|can|should|would|to|does one|must)\b|steps to|show me|example of|way to)", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();

    [GeneratedRegex(
        @"\b(how (many|much|long|big|large|often|fast)|where|when|which|who|defaults?"
        + @"|what (are|is) the (maximum|minimum|limit|name|path|cost|price|size|values?|options?|version))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\b(what('s| is| are| does| do)\b|meaning of|means?\b|define|definition|explain|describe)", RegexOptions.IgnoreCase)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"\w+ or \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\b(can|could|may|should) (i|we|you|one)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possibility();
}
