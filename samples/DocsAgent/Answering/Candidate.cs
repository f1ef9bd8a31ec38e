using Docs.Reading;

namespace Docs.Answering;

/// <summary>A block that may be quoted.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Block">The block.</param>
/// <param name="Matched">How well it speaks of each concept of the question, from 0 to 1.</param>
/// <param name="Context">How well its headings do.</param>
/// <param name="Preference">Factor for its form and its section's rank.</param>
internal sealed record Candidate(Section Section, Block Block, double[] Matched, double[] Context, double Preference);
