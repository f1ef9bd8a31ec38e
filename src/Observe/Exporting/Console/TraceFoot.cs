using System.Globalization;

namespace Observe;

/// <summary>The totals below a tree, which also say what its signs mean, and what there is to say about the record itself.</summary>
internal sealed class TraceFoot(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;

    public IReadOnlyList<StyledText> Lines(IReadOnlyList<TraceNode> nodes, int room)
    {
        List<StyledText> pieces = [];
        AddTotals(pieces, nodes);
        AddIdentity(pieces, nodes[0].Run!);
        List<StyledText> lines = [.. TextWrap.Pieces(new StyledText(style), pieces, room, style)];
        foreach (TraceNode node in nodes)
        {
            if (node.Run is not null)
            {
                AddWarnings(lines, node.Run, room);
            }
        }

        return lines;
    }

    private void AddTotals(List<StyledText> pieces, IReadOnlyList<TraceNode> nodes)
    {
        int steps = 0, toolCalls = 0, decisions = 0, runs = 0, errors = 0;
        foreach (TraceNode node in nodes)
        {
            _ = node.Kind switch
            {
                ScopeKind.Step => steps++,
                ScopeKind.ToolCall => toolCalls++,
                ScopeKind.Decision => decisions++,
                _ => runs++,
            };
            errors += node.IsErrorOrigin ? 1 : 0;
        }

        AddTotal(pieces, steps, _glyphs.Step + " {0} step{1}", TextStyle.Step);
        AddTotal(pieces, toolCalls, _glyphs.Tool + " {0} tool call{1}", TextStyle.Tool);
        AddTotal(pieces, decisions, _glyphs.Decision + " {0} decision{1}", TextStyle.Decision);
        AddTotal(pieces, runs - 1, _glyphs.Run + " {0} child run{1}", TextStyle.Run);
        AddTotal(pieces, errors, _glyphs.Error + " {0} error{1}", TextStyle.Error);
    }

    private void AddTotal(List<StyledText> pieces, int count, string format, TextStyle textStyle)
    {
        if (count > 0)
        {
            pieces.Add(new StyledText(style).Append(CountText.Of(count, format), textStyle));
        }
    }

    private void AddIdentity(List<StyledText> pieces, RunTrace root)
    {
        string start = root.StartTime.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        pieces.Add(new StyledText(style).Append(start, TextStyle.Faint));
        pieces.Add(new StyledText(style).Append("trace " + root.TraceId.ToHexString(), TextStyle.Faint));
        if (root.ParentSpanId is { } caller)
        {
            pieces.Add(new StyledText(style).Append("called by span " + caller.ToHexString(), TextStyle.Faint));
        }
    }

    private void AddWarnings(List<StyledText> lines, RunTrace run, int room)
    {
        if (run.DroppedRecords > 0)
        {
            const string Dropped = "{0} record{1} dropped for want of room in the buffer: this tree is incomplete";
            AddWarning(lines, CountText.Of(run.DroppedRecords, Dropped), room);
        }

        foreach (string warning in run.Warnings)
        {
            AddWarning(lines, warning, room);
        }
    }

    private void AddWarning(List<StyledText> lines, string warning, int room)
    {
        foreach (string line in TextWrap.Prose("! " + warning, room, _glyphs))
        {
            lines.Add(new StyledText(style).Append(line, TextStyle.Warning));
        }
    }
}
