namespace Observe;

/// <summary>A question to a person: what was asked and answered, by whom, and over which channel. The time is that of the scope.</summary>
internal sealed class HumanFacts(TraceTreeStyle style)
{
    private const int LeastOfText = 16;

    private readonly Glyphs _glyphs = style.Glyphs;

    public ScopeFacts Of(TraceNode node, int room)
    {
        CapturedMembers asked = CapturedMembers.Of(node.Arguments);
        CapturedMembers answered = CapturedMembers.Of(node.Result);
        int most = Math.Max(Math.Min(LeastOfText, room), room / 2);
        StyledText answer = Answer(node, answered, most, room);
        List<StyledText> pieces = [answer];
        if (style.ShowValues && asked["prompt"] is { } prompt)
        {
            StyledText question = new StyledText(style).Append(QuotedText.Fit(prompt, most, _glyphs));
            pieces = question.Columns + 1 + answer.Columns <= room ? [question.Append(" ").Append(answer)] : [question, answer];
        }

        if (style.ShowValues && answered["reason"] is { } reason)
        {
            pieces.Add(new StyledText(style).AppendFitting(reason, most, TextStyle.Faint));
        }

        if (asked["channel"] is { } channel)
        {
            pieces.Add(new StyledText(style).AppendFitting("by way of " + channel, most, TextStyle.Faint));
        }

        return new ScopeFacts(pieces, []);
    }

    private StyledText Answer(TraceNode node, CapturedMembers answered, int most, int room)
    {
        StyledText answer = new(style);
        if (node.Result is null)
        {
            return answer.Append("no answer", TextStyle.Warning);
        }

        answer.Append(_glyphs.Arrow + " ", TextStyle.Faint);
        answer.Append(style.ShowValues && answered["response"] is { } response ? QuotedText.Fit(response, most - 2, _glyphs) : "answered");
        return answered["by"] is { } who ? answer.AppendFitting(" by " + who, room - answer.Columns, TextStyle.Faint) : answer;
    }
}
