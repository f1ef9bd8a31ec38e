using System.Globalization;

namespace Observe;

/// <summary>The totals below a tree, which also say what its signs mean, and what there is to say about the record itself.</summary>
internal sealed class TraceFoot(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;

    public IEnumerable<StyledText> Lines(IReadOnlyList<TraceNode> nodes, int room)
    {
        IEnumerable<StyledText> pieces = Totals(nodes).Concat(Identity(nodes[0].Run!));
        IReadOnlyList<StyledText> totals = TextWrap.Pieces(new StyledText(style), pieces, room, style);
        return totals.Concat(nodes.Where(node => node.Run is not null).SelectMany(node => Warnings(node.Run!, room)));
    }

    private IEnumerable<StyledText> Totals(IReadOnlyList<TraceNode> nodes)
    {
        (string Text, int Count, TextStyle Style)[] totals =
        [
            (_glyphs.Step + " {0} step{1}", Count(ScopeKind.Step), TextStyle.Step),
            (_glyphs.Tool + " {0} tool call{1}", Count(ScopeKind.ToolCall), TextStyle.Tool),
            (_glyphs.Decision + " {0} decision{1}", Count(ScopeKind.Decision), TextStyle.Decision),
            (_glyphs.Run + " {0} child run{1}", Count(ScopeKind.Run) - 1, TextStyle.Run),
            (_glyphs.Error + " {0} error{1}", nodes.Count(node => node.IsErrorOrigin), TextStyle.Error),
        ];
        return totals.Where(total => total.Count > 0)
            .Select(total => new StyledText(style).Append(CountText.Of(total.Count, total.Text), total.Style));

        int Count(ScopeKind kind) => nodes.Count(node => node.Kind == kind);
    }

    private IEnumerable<StyledText> Identity(RunTrace root)
    {
        string start = root.StartTime.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        yield return new StyledText(style).Append(start, TextStyle.Faint);
        yield return new StyledText(style).Append("trace " + root.TraceId.ToHexString(), TextStyle.Faint);
        if (root.ParentSpanId is { } caller)
        {
            yield return new StyledText(style).Append("called by span " + caller.ToHexString(), TextStyle.Faint);
        }
    }

    private IEnumerable<StyledText> Warnings(RunTrace run, int room)
    {
        const string Dropped = "{0} record{1} dropped for want of room in the buffer: this tree is incomplete";
        IEnumerable<string> warnings = run.DroppedRecords == 0
            ? run.Warnings
            : run.Warnings.Prepend(CountText.Of(run.DroppedRecords, Dropped));
        return warnings
            .SelectMany(warning => TextWrap.Prose("! " + warning, room, _glyphs))
            .Select(line => new StyledText(style).Append(line, TextStyle.Warning));
    }
}
