using Docs.Reading;

namespace Docs.Searching;

/// <summary>A section that may answer, and how well it matches (BM25; only comparable within one search).</summary>
public sealed record Hit(Section Section, double Score);
