namespace Docs.Reading;

/// <summary>A part of a document: the lines below one heading, or one paragraph of a plain text file. Line numbers start at 1.</summary>
/// <param name="Path">Path of the document.</param>
/// <param name="Heading">Heading without its mark; it may stand on the first line.</param>
/// <param name="Parents">The headings above this one, outermost first, joined by <c> › </c>; empty at the top.</param>
/// <param name="FirstLine">First line, the heading's own.</param>
/// <param name="LastLine">Last line.</param>
public sealed record Section(string Path, string Heading, string Parents, int FirstLine, int LastLine);
