namespace Observe.CodeFixes;

/// <summary>One thing that can be done about a diagnostic.</summary>
/// <param name="title">What the user reads in the menu.</param>
/// <param name="key">Which fixes of a whole project go together.</param>
/// <param name="edits">What changes.</param>
internal sealed class ProposedFix(string title, string key, Edits edits)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public Edits Edits { get; } = edits;
}
