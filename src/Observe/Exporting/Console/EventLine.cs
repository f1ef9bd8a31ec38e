namespace Observe;

/// <summary>An event on one line.</summary>
internal sealed class EventLine(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly RetryLine _retries = new(style);

    public StyledText Of(EventTrace happened, int room)
    {
        CapturedMembers facts = CapturedMembers.Of(happened.Value);
        return happened.Kind switch
        {
            EventKind.Score => Score(new StyledText(style).Append(_glyphs.Score + " ", TextStyle.Score), happened, facts, room),
            EventKind.Retry => _retries.Of(facts, room),
            EventKind.UserMessage => Message("user", facts, room),
            EventKind.AgentResponse => Message("agent", facts, room),
            _ => new StyledText(style)
                .Append(_glyphs.Event + " ", TextStyle.Faint)
                .AppendFitting(style.ShowValues ? Whole(happened, facts) : Bare(happened), room - 2),
        };
    }

    /// <summary>An event behind words that say what it was added to: a score has its sign before them.</summary>
    public StyledText OfAddendum(EventTrace happened, int room) => happened.Kind == EventKind.Score
        ? Score(new StyledText(style), happened, CapturedMembers.Of(happened.Value), room)
        : Of(happened, room);

    private StyledText Score(StyledText line, EventTrace happened, CapturedMembers facts, int room)
    {
        line.AppendFitting(happened.Name, room / 2, TextStyle.Name);
        string? value = facts["value"] switch { "true" => "yes", "false" => "no", var other => other };
        if (value is not null)
        {
            line.AppendFitting(" " + value, room - line.Columns);
        }

        int left = room - line.Columns - 1;
        return style.ShowValues && facts["comment"] is { } comment && left > _glyphs.Ellipsis.Length + 2
            ? line.Append(" ").Append(QuotedText.Fit(comment, left, _glyphs), TextStyle.Faint)
            : line;
    }

    private StyledText Message(string who, CapturedMembers facts, int room)
    {
        StyledText line = new StyledText(style).Append(who + " ", TextStyle.Faint);
        return style.ShowValues && facts.Text is { } text
            ? line.Append(QuotedText.Fit(text, room - line.Columns, _glyphs))
            : line.Append("message", TextStyle.Faint);
    }

    private string Whole(EventTrace happened, CapturedMembers facts) => happened.Kind switch
    {
        EventKind.RetrievalResult => "found" + Before(" ", facts["relevance_score"]) + Before(" in ", Joined(facts["source"], facts["collection"]))
            + Before(" of ", facts["date"]),
        EventKind.NetworkRequest => $"{happened.Name}{Before(" ", facts["url"])}{Before($" {_glyphs.Arrow} ", facts["status"])}",
        EventKind.DataAccess => $"{happened.Name}{Before(" ", facts["source"])}{Before(", records: ", facts["records"])}",
        EventKind.Delegation => $"delegated to {happened.Name}{Before(": ", facts["task"])}",
        EventKind.Change => $"{Words(happened.Name)}: {facts["amount"] ?? "?"}",
        _ => happened.Name,
    };

    private static string Bare(EventTrace happened) => happened.Kind switch
    {
        EventKind.RetrievalResult => "found" + Before(" in ", happened.Name),
        EventKind.NetworkRequest => "network request " + happened.Name,
        EventKind.DataAccess => "data access " + happened.Name,
        EventKind.Delegation => "delegated to " + happened.Name,
        _ => Words(happened.Name),
    };

    private static string Before(string sign, string? text) => string.IsNullOrEmpty(text) ? "" : sign + text;

    private static string? Joined(string? source, string? collection) =>
        source is null ? collection : collection is null ? source : $"{collection}/{source}";

    private static string Words(string name) => name.Replace('_', ' ');
}
