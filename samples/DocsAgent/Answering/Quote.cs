using Docs.Reading;

namespace Docs.Answering;

/// <summary>Words of a document, and where they stand.</summary>
public sealed record Quote(string Text, BlockKind Kind, string Path, string Heading, int FirstLine, int LastLine);
