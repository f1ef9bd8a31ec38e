using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Observe.Generators.Tests.Verification;

/// <summary>Source in which <c>{|OBS1001:span|}</c> marks where a rule is expected.</summary>
internal sealed partial class Markup
{
    private Markup(string source, IReadOnlyList<(string Id, TextSpan Span)> expected)
    {
        Source = source;
        Expected = expected;
    }

    public string Source { get; }

    public IReadOnlyList<(string Id, TextSpan Span)> Expected { get; }

    public static Markup Parse(string text)
    {
        StringBuilder source = new();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = new();
        int position = 0;
        foreach (Match match in Marks().Matches(text))
        {
            source.Append(text, position, match.Index - position);
            position = match.Index + match.Length;
            if (match.Groups["id"].Success)
            {
                open.Push((match.Groups["id"].Value, source.Length));
            }
            else
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
            }
        }

        source.Append(text, position, text.Length - position);
        return new Markup(source.ToString(), [.. expected.OrderBy(static mark => mark.Item2.Start).ThenBy(static mark => mark.Item1, StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+\d+):|\|\}")]
    private static partial Regex Marks();
}
