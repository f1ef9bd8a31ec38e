namespace Observe.Generators.Parsing;

/// <summary>A secret that was found in a text.</summary>
/// <param name="Phrase">What it is, as it stands in a sentence.</param>
/// <param name="Head">Its beginning, which is no secret.</param>
internal sealed record SecretLiteral(string Phrase, string Head);
