using System.Text.RegularExpressions;

namespace Docs.Answering;

/// <summary>Turns a question into what to search for: a comparison into one search for each side, anything else into itself.</summary>
internal static partial class SearchPlan
{
    public static IReadOnlyList<string> For(Route route, string question) =>
        route == Route.Comparison && Sides().Match(question) is { Success: true } sides
            ? [sides.Groups["left"].Value.Trim(), sides.Groups["right"].Value.Trim()]
            : [question];

    [GeneratedRegex(
        @"((between|compare)\s+(?<left>.+?)\s+(and|with|to)\s+(?<right>.+?)"
        + @"|(?<left>.+?)\s+(differs?\s+from|compared\s+(to|with)|versus|vs\.?|or)\s+(?<right>.+?))[\s?.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sides();
}
