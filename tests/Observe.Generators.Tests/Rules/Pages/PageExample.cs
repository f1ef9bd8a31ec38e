using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules.Pages;

/// <summary>A block of C# on the page of a rule.</summary>
internal sealed record PageExample(string Id, string Section, int Line, string Code)
{
    private const string Avoid = "Instead of";

    /// <summary>Whether it shows what the rule is about, rather than what is right.</summary>
    public bool IsToBeAvoided => Section == Avoid;

    public static IReadOnlyList<PageExample> Of(string id)
    {
        string[] lines = File.ReadAllLines(Path.Combine(TestFiles.RulePages, id + ".md"));
        List<PageExample> examples = [];
        string section = "";
        int begin = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (begin < 0 && lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i][3..];
            }
            else if (begin < 0 && lines[i] == "```csharp")
            {
                begin = i + 1;
            }
            else if (begin >= 0 && lines[i] == "```")
            {
                examples.Add(new PageExample(id, section, begin + 1, string.Join('\n', lines[begin..i]) + '\n'));
                begin = -1;
            }
        }

        return examples;
    }
}
