namespace Observe.Generators.Parsing;

/// <summary>How the tokens of a service look.</summary>
/// <param name="Prefix">What they begin with.</param>
/// <param name="Least">How many characters follow, at least.</param>
/// <param name="Phrase">What they are, as it stands in a sentence.</param>
internal sealed record TokenForm(string Prefix, int Least, string Phrase);
