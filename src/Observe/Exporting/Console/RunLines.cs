namespace Observe;

/// <summary>The lines of the root run: who it was and what it was given above its scopes, what came of it below them.</summary>
internal sealed class RunLines(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly ValueText _values = new(style.Glyphs);
    private readonly ErrorLines _errors = new(style);
    private readonly PolicyCheckLine _checks = new(style);

    public IReadOnlyList<StyledText> Head(RunTrace run, int room)
    {
        StyledText heading = new StyledText(style)
            .Append(_glyphs.Run + " ", TextStyle.Run)
            .AppendFitting(run.Agent, room - 2, TextStyle.Run);
        return TextWrap.Pieces(heading, RunAttributes.Of(run, null, room, style), room, style);
    }

    /// <summary>Arguments and metadata.</summary>
    public IEnumerable<StyledText> Given(RunTrace run, int room)
    {
        if (!style.ShowValues)
        {
            yield break;
        }

        if (run.Arguments is not null && _values.Members(run.Arguments, room) is { Length: > 0 } arguments)
        {
            yield return new StyledText(style).AppendFitting(arguments, room);
        }

        foreach (StyledText line in Metadata(run, room))
        {
            yield return line;
        }
    }

    /// <summary>The metadata of a run, on one line.</summary>
    public IEnumerable<StyledText> Metadata(RunTrace run, int room)
    {
        const string Label = "metadata ";
        if (style.ShowValues && run.Metadata.Count > 0)
        {
            int each = Math.Max(24, room / run.Metadata.Count);
            List<string> members = [];
            foreach ((string key, string value) in run.Metadata)
            {
                members.Add($"{key}: {_values.Value(value, each)}");
            }

            yield return new StyledText(style)
                .Append(Label, TextStyle.Faint)
                .AppendFitting(string.Join(", ", members), room - Label.Length);
        }
    }

    /// <summary>Error, cancellation or result.</summary>
    public IReadOnlyList<StyledText> Ending(TraceNode root, int room)
    {
        List<StyledText> lines = [];
        switch (root.Outcome)
        {
            case Outcome.Error:
                lines.AddRange(_errors.Long(root.Error, room));
                lines.AddRange(_errors.Frame(root, room));
                break;
            case Outcome.Blocked:
                lines.Add(new StyledText(style).Append(_checks.RefusalOf(root), TextStyle.Error));
                lines.AddRange(_errors.Refusal(root, room));
                break;
            case Outcome.Cancelled:
                lines.Add(new StyledText(style).Append(_glyphs.Cancelled + " cancelled", TextStyle.Warning));
                break;
            case Outcome.Unfinished:
                lines.Add(new StyledText(style).Append(_glyphs.Unfinished + " unfinished", TextStyle.Warning));
                break;
        }

        if (style.ShowValues && root.Result is not null)
        {
            lines.Add(new StyledText(style)
                .Append(_glyphs.Arrow + " ", TextStyle.Faint)
                .AppendFitting(_values.Value(root.Result, room - 2), room - 2));
        }

        return lines;
    }
}
