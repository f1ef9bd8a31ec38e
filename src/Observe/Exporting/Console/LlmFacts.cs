namespace Observe;

/// <summary>A call of a language model: model, tokens, cost, time to the first chunk, and the beginning of the answer.</summary>
internal sealed class LlmFacts(TraceTreeStyle style)
{
    private const int MaxLines = 2;

    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly ValueText _values = new(style.Glyphs);

    public ScopeFacts Of(TraceNode node, LlmTrace call, int room) => new(Pieces(node, call, room), Below(node, call, room));

    private List<StyledText> Pieces(TraceNode node, LlmTrace call, int room)
    {
        List<StyledText> pieces = [];
        if (call.Model != node.Name)
        {
            Add(call.Model, TextStyle.LlmCall);
        }

        // What was blocked has used nothing, and its cost is not unknown.
        if (node.Outcome == Outcome.Blocked)
        {
            return pieces;
        }

        foreach (string tokens in TokenText.Of(call.Usage))
        {
            Add(tokens);
        }

        Add(CostText.Of(call, _glyphs));
        if (call.TimeToFirstChunk is { } time)
        {
            Add("first chunk " + DurationText.Of(time, _glyphs).Trim(), TextStyle.Faint);
        }

        if (call.FinishReason is { } reason && !IsOrdinary(reason))
        {
            Add(reason, TextStyle.Warning);
        }

        return pieces;

        void Add(string text, TextStyle textStyle = TextStyle.Plain)
        {
            if (text.Length > 0)
            {
                pieces.Add(new StyledText(style).AppendFitting(text, room, textStyle));
            }
        }
    }

    private List<StyledText> Below(TraceNode node, LlmTrace call, int room)
    {
        List<StyledText> lines = [];
        if (style.ShowValues && call.ResponsePreview is { Length: > 0 } response)
        {
            foreach (string line in TextWrap.Prose(QuotedText.Of(response, _glyphs), room, _glyphs, MaxLines))
            {
                lines.Add(new StyledText(style).Append(line, TextStyle.Faint));
            }
        }
        else if (style.ShowValues && node is { Result: { } result, Outcome: Outcome.Ok or Outcome.Unfinished })
        {
            lines.Add(new StyledText(style).Append(_glyphs.Arrow + " ", TextStyle.Faint).AppendFitting(_values.Value(result, room - 2), room - 2));
        }

        return lines;
    }

    /// <summary>Whether the answer ended as answers do: with its end, or with calls of tools. The words of the large providers.</summary>
    private static bool IsOrdinary(string reason) =>
        reason.ToUpperInvariant() is "STOP" or "END_TURN" or "STOP_SEQUENCE" or "COMPLETED" or "COMPLETE" or "TOOL_CALLS" or "TOOL_USE" or "FUNCTION_CALL";
}
