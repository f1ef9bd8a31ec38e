using Observe.Exporting;

namespace Observe;

/// <summary>The totals below a tree, which also say what its signs mean, and what there is to say about the record itself.</summary>
internal sealed class TraceFoot(TraceTreeStyle style)
{
    private const int MaxWarnings = 20;

    private readonly Glyphs _glyphs = style.Glyphs;

    public IReadOnlyList<StyledText> Lines(IReadOnlyList<TraceNode> nodes, int room)
    {
        List<StyledText> pieces = [];
        AddTotals(pieces, nodes, room);
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

    private void AddTotals(List<StyledText> pieces, IReadOnlyList<TraceNode> nodes, int room)
    {
        TraceTotals totals = new(nodes);
        AddTotal(pieces, totals.Of(ScopeKind.Step), _glyphs.Step + " {0} step{1}", TextStyle.Step);
        AddTotal(pieces, totals.Of(ScopeKind.ToolCall), _glyphs.Tool + " {0} tool call{1}", TextStyle.Tool);
        AddTotal(pieces, totals.Of(ScopeKind.Decision), _glyphs.Decision + " {0} decision{1}", TextStyle.Decision);
        AddTotal(pieces, totals.Of(ScopeKind.Retrieval), _glyphs.Retrieval + " {0} retrieval{1}", TextStyle.Retrieval);
        AddTotal(pieces, totals.Of(ScopeKind.Reasoning), _glyphs.Reasoning + " {0} thought{1}", TextStyle.Reasoning);
        AddTotal(pieces, totals.Of(ScopeKind.Retry), _glyphs.Retry + (totals.Of(ScopeKind.Retry) == 1 ? " {0} retry" : " {0} retries"), TextStyle.Retry);
        AddTotal(pieces, totals.Of(ScopeKind.LlmCall), _glyphs.LlmCall + " {0} LLM call{1}", TextStyle.LlmCall);
        AddUsage(pieces, totals, room);
        AddTotal(pieces, totals.Of(ScopeKind.HumanTurn), _glyphs.HumanTurn + " {0} human turn{1}" + Waited(totals), TextStyle.HumanTurn);
        AddTotal(pieces, totals.Of(ScopeKind.Run) - 1, _glyphs.Run + " {0} child run{1}", TextStyle.Run);
        AddTotal(pieces, totals.Errors, _glyphs.Error + " {0} error{1}", TextStyle.Error);
        AddTotal(pieces, totals.Blocked, _glyphs.Blocked + " {0} blocked", TextStyle.Error);
        AddTotal(pieces, totals.PolicyChecks, "{0} policy check{1}", TextStyle.Plain);
    }

    /// <summary>Tokens and cost of all calls, with a question mark for what is not known of some.</summary>
    private void AddUsage(List<StyledText> pieces, TraceTotals totals, int room)
    {
        if (totals is not { InputTokens.Known: null, OutputTokens.Known: null })
        {
            Add($"{totals.InputTokens} tokens in");
            Add($"{totals.OutputTokens} out");
        }

        string cost = totals.IsCostKnown ? CostText.Of(totals.CostUsd, totals.IsCostEstimate, _glyphs) : "$?";
        if (totals.IsCostKnown || totals.IsCostIncomplete)
        {
            Add(totals is { IsCostKnown: true, IsCostIncomplete: true } ? cost + " + ?" : cost);
        }

        void Add(string text) => pieces.Add(new StyledText(style).AppendFitting(text, room, TextStyle.LlmCall));
    }

    private string Waited(TraceTotals totals) =>
        totals.Waited > TimeSpan.Zero ? $", {DurationText.Of(totals.Waited, _glyphs).Trim()} of waiting" : "";

    private void AddTotal(List<StyledText> pieces, int count, string format, TextStyle textStyle)
    {
        if (count > 0)
        {
            pieces.Add(new StyledText(style).Append(CountText.Of(count, format), textStyle));
        }
    }

    private void AddIdentity(List<StyledText> pieces, RunTrace root)
    {
        string start = TimeText.OfSecond(root.StartTime.UtcDateTime);
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

        int shown = run.Warnings.Count > MaxWarnings ? MaxWarnings - 1 : run.Warnings.Count;
        for (int i = 0; i < shown; i++)
        {
            AddWarning(lines, run.Warnings[i], room);
        }

        if (shown < run.Warnings.Count)
        {
            AddWarning(lines, CountText.Of(run.Warnings.Count - shown, "{0} more warning{1}"), room);
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
