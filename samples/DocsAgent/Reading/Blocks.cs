namespace Docs.Reading;

/// <summary>Splits the text of a section into blocks.</summary>
/// <remarks>Code that holds the question shows how to ask it and not what the answer is, so it is left out.</remarks>
public static class Blocks
{
    public static IReadOnlyList<Block> Of(Passage passage, string question)
    {
        IReadOnlyList<string> lines = passage.Lines;
        BlockCollector blocks = new(passage.Section.FirstLine);
        CodeFence fence = default;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            if (fence.Holds(line))
            {
                blocks.AddCode(i, line);
            }
            else if (BlockStart.IsRule(line))
            {
                blocks.EndAtRule(line);
            }
            else if (i == 0 && MarkdownHeading.At(lines, i)?.Text == passage.Section.Heading)
            {
                continue;
            }
            else if (BlockStart.KindOf(line) is { } kind)
            {
                blocks.Begin(kind, i, line);
            }
            else
            {
                blocks.Continue(i, line);
            }
        }

        return [.. BlockSizes.Adjust([.. blocks.Finish().Where(block => !Repeats(block, question))])];
    }

    private static bool Repeats(Block block, string question) =>
        block.Kind == BlockKind.Code && block.Text.Contains(question, StringComparison.OrdinalIgnoreCase);
}
