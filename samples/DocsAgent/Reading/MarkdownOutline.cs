namespace Docs.Reading;

/// <summary>Collects the sections of one Markdown document while its headings go by.</summary>
internal sealed class MarkdownOutline(Document document, int firstIndex)
{
    private readonly List<Section> _sections = [];
    private readonly Stack<MarkdownHeading> _parents = new();
    private MarkdownHeading _open = new(Level: 7, Path.GetFileNameWithoutExtension(document.Path));
    private int _start = firstIndex;

    public void Open(MarkdownHeading heading, int line)
    {
        CloseAt(line);
        // The part before the first heading is nobody's parent.
        if (_open.Level <= 6)
        {
            _parents.Push(_open);
        }

        while (_parents.TryPeek(out MarkdownHeading parent) && parent.Level >= heading.Level)
        {
            _parents.Pop();
        }

        (_open, _start) = (heading, line);
    }

    public IReadOnlyList<Section> Close()
    {
        CloseAt(document.Lines.Count);
        return _sections;
    }

    private void CloseAt(int end)
    {
        int last = end;
        while (last > _start && string.IsNullOrWhiteSpace(document.Lines[last - 1]))
        {
            last--;
        }

        // A heading directly above another heading has nothing to read; it lives on as a parent.
        bool hasBody = _open.Level > 6 ? last > _start : last > _start + 1;
        if (hasBody)
        {
            string parents = string.Join(" › ", _parents.Reverse().Select(parent => parent.Text));
            _sections.Add(new Section(document.Path, _open.Text, parents, _start + 1, last));
        }
    }
}
