namespace Docs.Reading;

/// <summary>
/// Makes blocks of a size that can be quoted: joins the steps of a short list and the rows of a small table, cuts long code where
/// it has empty lines.
/// </summary>
internal static class BlockSizes
{
    private const int LongestJoined = 600;
    private const int MostCodeLines = 12;

    public static IEnumerable<Block> Adjust(IReadOnlyList<Block> blocks)
    {
        int end;
        for (int i = 0; i < blocks.Count; i = end)
        {
            end = i + 1;
            BlockKind kind = blocks[i].Kind;
            while (kind is BlockKind.NumberedSteps or BlockKind.TableRow && end < blocks.Count && blocks[end].Kind == kind)
            {
                end++;
            }

            Block[] alike = [.. blocks.Take(i..end)];
            foreach (Block block in kind == BlockKind.Code ? Cut(alike[0]) : Join(alike))
            {
                yield return block;
            }
        }
    }

    /// <summary>One step alone is seldom an answer, but an entry of a long list is.</summary>
    private static IEnumerable<Block> Join(Block[] alike)
    {
        if (alike.Length > 1 && alike.Sum(block => block.Text.Length) <= LongestJoined)
        {
            // Every row of a table brings the table's head along.
            IEnumerable<string> lines = alike.SelectMany(block => block.Text.Split('\n'));
            string text = string.Join('\n', alike[0].Kind == BlockKind.TableRow ? lines.Distinct() : lines);
            return [alike[0] with { Text = text, LastLine = alike[^1].LastLine }];
        }

        return alike.Select(block => block.Kind == BlockKind.NumberedSteps ? block with { Kind = BlockKind.ListEntry } : block);
    }

    private static IEnumerable<Block> Cut(Block code)
    {
        string[] lines = code.Text.Split('\n');
        if (lines.Length <= MostCodeLines)
        {
            yield return code;
            yield break;
        }

        int start = 0;
        for (int i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (i > start)
            {
                string text = string.Join('\n', lines.AsSpan(start, i - start));
                yield return new Block(BlockKind.Code, text, code.FirstLine + start, code.FirstLine + i - 1);
            }

            start = i + 1;
        }
    }
}
