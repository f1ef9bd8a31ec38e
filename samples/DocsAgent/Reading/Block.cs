namespace Docs.Reading;

/// <summary>A piece of a section that makes sense by itself: a paragraph, a list entry, a table row, a piece of code.</summary>
public sealed record Block(BlockKind Kind, string Text, int FirstLine, int LastLine);
