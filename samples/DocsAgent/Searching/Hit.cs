using System.Text.Json.Serialization;
using Docs.Reading;

namespace Docs.Searching;

/// <summary>A section that may answer, and how well it matches (BM25; only comparable within one search).</summary>
/// <remarks>The trace shows where the section is and its heading; the section itself is read by a tool call of its own.</remarks>
public sealed record Hit([property: JsonIgnore] Section Section, double Score)
{
    public string At => $"{Section.Path}:{Section.FirstLine}";

    public string Heading => Section.Heading;
}
