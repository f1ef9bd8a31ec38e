namespace Docs.Searching;

/// <summary>A word as it is compared, and where it stands in the text.</summary>
public readonly record struct Token(string Term, int Start, int Length);
