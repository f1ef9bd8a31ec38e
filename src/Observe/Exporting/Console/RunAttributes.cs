namespace Observe;

/// <summary>What a run says about itself: workflow, session, users, tags.</summary>
internal static class RunAttributes
{
    private const string DefaultWorkflow = "default";

    // Enough for an identifier; a longer text shows which one it is by its beginning.
    private const int MaxValue = 48;
    private const int MaxLabel = 24;
    private const int MaxTags = 32;

    /// <summary>The attributes of a run, without those that its caller has as well.</summary>
    public static IEnumerable<StyledText> Of(RunTrace run, RunTrace? caller, int room, TraceTreeStyle style)
    {
        List<RunAttribute> known = caller is null ? [] : All(caller);
        foreach (RunAttribute attribute in All(run))
        {
            if (!known.Exists(other => other == attribute))
            {
                StyledText piece = new StyledText(style).AppendFitting(attribute.Label, Math.Min(MaxLabel, room / 2), TextStyle.Faint);
                yield return piece.AppendFitting(attribute.Value, Math.Min(MaxValue, room - piece.Columns));
            }
        }
    }

    private static List<RunAttribute> All(RunTrace run)
    {
        List<RunAttribute> attributes = [];
        Add("workflow ", run.Workflow == DefaultWorkflow ? null : run.Workflow);
        Add("session ", run.SessionId);
        Add("user ", run.UserId);
        Add("end user ", run.EndUserId);
        Add("group ", run.UserGroup);
        Add("anonymous ", run.AnonymousId);
        int shown = run.Tags.Count > MaxTags ? MaxTags - 1 : run.Tags.Count;
        for (int i = 0; i < shown; i++)
        {
            Add(run.Tags[i].Key + "=", run.Tags[i].Value);
        }

        if (shown < run.Tags.Count)
        {
            Add("", CountText.Of(run.Tags.Count - shown, "{0} more tag{1}"));
        }

        return attributes;

        void Add(string label, string? value)
        {
            if (value is not null)
            {
                attributes.Add(new RunAttribute(label, value));
            }
        }
    }
}
