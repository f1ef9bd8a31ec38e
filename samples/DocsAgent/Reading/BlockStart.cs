using System.Text.RegularExpressions;

namespace Docs.Reading;

/// <summary>Recognises the lines that begin a block even when no empty line stands above.</summary>
internal static partial class BlockStart
{
    public static BlockKind? KindOf(string line) =>
        TableRow().IsMatch(line) ? BlockKind.TableRow
        : ListEntry().IsMatch(line) ? BlockKind.ListEntry
        : NumberedStep().IsMatch(line) ? BlockKind.NumberedSteps
        : null;

    /// <summary>Lines without a word: empty ones, and rules below a heading, below a table's head, between parts.</summary>
    public static bool IsRule(string line) => Rule().IsMatch(line);

    [GeneratedRegex(@"^\s*\|")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\s*[-*+]\s+\S")]
    private static partial Regex ListEntry();

    [GeneratedRegex(@"^\s*\d+[.)]\s+\S")]
    private static partial Regex NumberedStep();

    [GeneratedRegex(@"^[\s|:=*_-]*$")]
    private static partial Regex Rule();
}
