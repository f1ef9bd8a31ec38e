using Docs.Reading;

namespace Docs.Answering;

/// <summary>What came of reading a section.</summary>
/// <param name="Passage">Its text; null when it could not or must not be read.</param>
/// <param name="Forbidden">Which policy forbids it, and why; null when none does.</param>
internal sealed record ReadingAttempt(Passage? Passage, string? Forbidden);
