namespace Observe.Generators.Parsing;

/// <summary>What a name says is kept under it.</summary>
/// <param name="Phrase">The thing as it stands in a sentence.</param>
/// <param name="MayBeNumber">Whether a number can be one.</param>
/// <param name="MayBeDate">Whether a date can be one.</param>
internal sealed record SensitiveNoun(string Phrase, bool MayBeNumber = false, bool MayBeDate = false);
