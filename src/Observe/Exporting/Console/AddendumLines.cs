using System.Text;

namespace Observe;

/// <summary>What was added to a run after its end: one line for each event, or two where the terminal is narrow.</summary>
internal static class AddendumLines
{
    // With less than this the event is better read below the id of the trace.
    private const int LeastBeside = 24;

    public static string Render(RunTrace addendum, TraceTreeStyle style)
    {
        EventLine events = new(style);
        StringBuilder text = new();
        foreach (EventTrace happened in addendum.Events)
        {
            StyledText line = new StyledText(style)
                .Append(style.Glyphs.Score + " ", TextStyle.Score)
                .Append($"added to trace {addendum.TraceId.ToHexString()}:", TextStyle.Faint);
            int beside = style.Width - line.Columns - 1;
            string gap = beside < LeastBeside ? style.NewLine + "  " : " ";
            StyledText told = events.OfAddendum(happened, beside < LeastBeside ? style.Width - 2 : beside);
            text.Append(line).Append(gap).Append(told).Append(style.NewLine);
        }

        if (addendum.Events.Count == 0)
        {
            string lost = $"! what was to be added to trace {addendum.TraceId.ToHexString()} found no room in the buffer";
            foreach (string line in TextWrap.Prose(lost, style.Width, style.Glyphs))
            {
                text.Append(new StyledText(style).Append(line, TextStyle.Warning)).Append(style.NewLine);
            }
        }

        return text.ToString();
    }
}
