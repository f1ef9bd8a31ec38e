using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Field;

/// <summary>
/// Reads mistakes from the files of <c>Planted</c>, one file for each rule: <c>## title</c>, then edits of <c>@@ file</c>, the text after
/// <c>---</c> replaced by that after <c>+++</c>. <c>alone</c> and <c>language 11</c> under a title say more about the mistake.
/// </summary>
internal static class MistakeReader
{
    // Keeps texts that look like secrets from looking so in this repository.
    private const string Gap = "¦";

    public static IReadOnlyList<Mistake> ReadAll() =>
    [
        .. Directory.EnumerateFiles(TestFiles.Planted, "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(static path => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).Replace(Gap, "", StringComparison.Ordinal))),
    ];

    private static IEnumerable<Mistake> Read(string rule, string text)
    {
        foreach (string part in Parts(text, "## "))
        {
            string[] sections = [.. Sections(part, "@@ ")];
            string[] head = sections[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            yield return new Mistake
            {
                Rule = rule,
                Title = head[0],
                IsAlone = head.Contains("alone"),
                Version = head.FirstOrDefault(static line => line.StartsWith("language ", StringComparison.Ordinal)) is { } language
                    ? (LanguageVersion)(100 * int.Parse(language["language ".Length..], CultureInfo.InvariantCulture))
                    : null,
                Edits = [.. sections.Skip(1).Select(ReadEdit)],
            };
        }
    }

    private static Edit ReadEdit(string section)
    {
        string[] halves = section.Split("\n+++\n");
        string[] before = halves[0].Split("\n---\n");
        Assert.True(halves.Length == 2 && before.Length == 2, $"An edit has --- and +++: {section}");
        return new Edit(before[0].Trim(), before[1].TrimEnd('\n'), halves[1].TrimEnd('\n'));
    }

    private static IEnumerable<string> Parts(string text, string mark) => Sections(text, mark).Skip(1);

    // What stands before the first mark, then what follows each mark.
    private static string[] Sections(string text, string mark) => ("\n" + text).Split("\n" + mark);
}
