namespace Observe;

/// <summary>The answer of a policy on one line: who, what, why, and when to come back.</summary>
internal sealed class PolicyCheckLine(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;

    public StyledText Of(PolicyCheckTrace check, int room)
    {
        TextStyle color = check.Action == PolicyAction.Block ? TextStyle.Error : TextStyle.Warning;
        StyledText line = new StyledText(style).Append(SignOf(check.Action) + " ", color);
        string word = WordOf(check.Action);
        line.AppendFitting(check.Policy, Math.Min(room / 2, room - line.Columns - word.Length), TextStyle.Name);
        line.AppendFitting(word, room - line.Columns, color);
        if (check.UnknownAction is { } unknown)
        {
            line.AppendFitting($" (it said {unknown})", room - line.Columns, TextStyle.Faint);
        }

        string after = check.RetryAfter is { } time ? $", try again in {DurationText.Of(time, _glyphs).Trim()}" : "";
        if (check.Reason.Length > 0)
        {
            int left = room - line.Columns;
            line.AppendFitting(": " + check.Reason, left - after.Length < room / 3 ? left : left - after.Length, color);
        }

        return line.AppendFitting(after, room - line.Columns, color);
    }

    /// <summary>The sign and the word for a call that was not made.</summary>
    public string RefusalOf(TraceNode node)
    {
        PolicyAction action = PolicyAction.Block;
        foreach (PolicyCheckTrace check in node.PolicyChecks)
        {
            action = check.Action is PolicyAction.Block or PolicyAction.Throttle or PolicyAction.Skip ? check.Action : action;
        }

        return SignOf(action) + WordOf(action);
    }

    /// <summary>Whether an answer tells why the call was not made.</summary>
    public static bool IsExplained(TraceNode node)
    {
        foreach (PolicyCheckTrace check in node.PolicyChecks)
        {
            if (check.Action is PolicyAction.Block or PolicyAction.Throttle or PolicyAction.Skip)
            {
                return true;
            }
        }

        return false;
    }

    private string SignOf(PolicyAction action) => action switch
    {
        PolicyAction.Warn => _glyphs.Warned,
        PolicyAction.Redact => _glyphs.Redacted,
        PolicyAction.Retry => _glyphs.Retry,
        PolicyAction.Skip => _glyphs.Skipped,
        PolicyAction.Throttle => _glyphs.Throttled,
        _ => _glyphs.Blocked,
    };

    private static string WordOf(PolicyAction action) => action switch
    {
        PolicyAction.Warn => " warned",
        PolicyAction.Redact => " redacted",
        PolicyAction.Retry => " asked to retry",
        PolicyAction.Skip => " skipped",
        PolicyAction.Throttle => " throttled",
        _ => " blocked",
    };
}
