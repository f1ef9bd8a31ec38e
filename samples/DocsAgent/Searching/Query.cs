namespace Docs.Searching;

/// <summary>A question as the search understands it.</summary>
public sealed class Query
{
    private const double SynonymWeight = 0.7;

    private readonly Dictionary<string, List<(int Concept, double Weight)>> _byTerm = [];

    /// <param name="text">The question.</param>
    /// <param name="importance">Tells how much a term and its synonyms say; see <see cref="Concept.Importance"/>.</param>
    public Query(string text, Func<IEnumerable<string>, double> importance)
    {
        List<Concept> concepts = [];
        foreach (Token token in Tokenizer.Tokenize(text).DistinctBy(token => token.Term))
        {
            Dictionary<string, double> weights = Synonyms.Of(token.Term).ToDictionary(synonym => synonym, _ => SynonymWeight);
            weights[token.Term] = 1;
            foreach ((string term, double weight) in weights)
            {
                (_byTerm.TryGetValue(term, out var places) ? places : _byTerm[term] = []).Add((concepts.Count, weight));
            }

            concepts.Add(new Concept(text.Substring(token.Start, token.Length), weights, importance(weights.Keys)));
        }

        Concepts = concepts;
    }

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>The concepts that a term stands for, and how well it does.</summary>
    public IReadOnlyList<(int Concept, double Weight)> Meanings(string term) => _byTerm.GetValueOrDefault(term, []);

    /// <summary>How well the text speaks of each concept, from 0 (not at all) to 1 (in the question's own word).</summary>
    public double[] Match(string text) => Match(Tokenizer.Tokenize(text));

    public double[] Match(IEnumerable<Token> text)
    {
        double[] matched = new double[Concepts.Count];
        foreach (Token token in text)
        {
            foreach ((int concept, double weight) in Meanings(token.Term))
            {
                matched[concept] = Math.Max(matched[concept], weight);
            }
        }

        return matched;
    }

    /// <summary>Sum of what is matched, important concepts counting more.</summary>
    public double Weigh(double[] matched) => matched.Zip(Concepts, (match, concept) => match * concept.Importance).Sum();

    /// <summary>Share of what was asked that is matched, from 0 to 1.</summary>
    public double Coverage(double[] matched) =>
        Concepts.Count == 0 ? 0 : Weigh(matched) / Concepts.Sum(concept => concept.Importance);
}
