namespace Docs.Searching;

/// <summary>One thing a question asks about.</summary>
/// <param name="Word">As the question says it.</param>
/// <param name="Weights">The terms that stand for it: its own with weight 1, synonyms with less.</param>
/// <param name="Importance">From 1 for a word found everywhere to 2 for one found nowhere.</param>
public sealed record Concept(string Word, IReadOnlyDictionary<string, double> Weights, double Importance);
