namespace Observe;

/// <summary>What a run says about itself: workflow, session, users, tags.</summary>
internal static class RunAttributes
{
    private const string DefaultWorkflow = "default";

    // Enough for an identifier; a longer text shows which one it is by its beginning.
    private const int MaxValue = 48;
    private const int MaxLabel = 24;

    /// <summary>The attributes of a run, without those that its caller has as well.</summary>
    public static IEnumerable<StyledText> Of(RunTrace run, RunTrace? caller, int room, TraceTreeStyle style)
    {
        HashSet<(string, string)> known = caller is null ? [] : [.. All(caller)];
        foreach ((string label, string value) in All(run).Where(attribute => !known.Contains(attribute)))
        {
            StyledText piece = new StyledText(style).AppendFitting(label, Math.Min(MaxLabel, room / 2), TextStyle.Faint);
            yield return piece.AppendFitting(value, Math.Min(MaxValue, room - piece.Columns));
        }
    }

    private static IEnumerable<(string Label, string Value)> All(RunTrace run)
    {
        (string Label, string? Value)[] attributes =
        [
            ("workflow ", run.Workflow == DefaultWorkflow ? null : run.Workflow),
            ("session ", run.SessionId),
            ("user ", run.UserId),
            ("end user ", run.EndUserId),
            ("group ", run.UserGroup),
            ("anonymous ", run.AnonymousId),
            .. run.Tags.Select(tag => (tag.Key + "=", (string?)tag.Value)),
        ];
        return attributes.Where(attribute => attribute.Value is not null).Select(attribute => (attribute.Label, attribute.Value!));
    }
}
