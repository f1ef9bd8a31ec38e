namespace Observe;

/// <summary>A thought, what follows from it, and how much speaks for it.</summary>
internal sealed class ReasoningFacts(TraceTreeStyle style)
{
    private readonly Glyphs _glyphs = style.Glyphs;

    public ScopeFacts Of(ReasoningTrace reasoning, int room)
    {
        StyledText text = new StyledText(style).Append(style.ShowValues ? Whole(reasoning) : "");
        bool fits = text.Columns <= room;
        List<StyledText> pieces = fits && !text.IsEmpty ? [text] : [];
        if (reasoning.Evidence.Count > 0)
        {
            string evidence = CountText.Of(reasoning.Evidence.Count, "{0} piece{1} of evidence");
            pieces.Add(new StyledText(style).AppendFitting(evidence, room, TextStyle.Faint));
        }

        List<StyledText> below = [];
        foreach (string line in fits ? [] : TextWrap.Prose(Whole(reasoning), room, _glyphs))
        {
            below.Add(new StyledText(style).Append(line));
        }

        return new ScopeFacts(pieces, below);
    }

    private string Whole(ReasoningTrace reasoning)
    {
        string thought = reasoning.Thought is { Length: > 0 } text ? QuotedText.Of(text, _glyphs) : "";
        string gap = thought.Length > 0 ? " " : "";
        return reasoning.Conclusion is { Length: > 0 } conclusion
            ? $"{thought}{gap}{_glyphs.Arrow} {QuotedText.Of(conclusion, _glyphs)}"
            : thought;
    }
}
