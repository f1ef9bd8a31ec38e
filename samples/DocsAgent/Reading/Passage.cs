namespace Docs.Reading;

/// <summary>A section together with its text.</summary>
public sealed record Passage(Section Section, IReadOnlyList<string> Lines);
