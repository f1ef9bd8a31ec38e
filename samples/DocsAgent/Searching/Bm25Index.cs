namespace Docs.Searching;

/// <summary>
/// Ranks texts by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with occurrences
/// that weigh differently by where they stand.
/// </summary>
public sealed class Bm25Index
{
    private const double Saturation = 1.2;
    private const double LengthPenalty = 0.75;

    private readonly Dictionary<string, List<(int Text, float Frequency)>> _postings = [];
    private readonly List<float> _lengths = [];
    private double _totalLength;

    /// <summary>Adds a text; the first one is number 0.</summary>
    public void Add(IEnumerable<KeyValuePair<string, float>> frequencies)
    {
        float length = 0;
        foreach ((string term, float frequency) in frequencies)
        {
            length += frequency;
            (_postings.TryGetValue(term, out var postings) ? postings : _postings[term] = []).Add((_lengths.Count, frequency));
        }

        _lengths.Add(length);
        _totalLength += length;
    }

    public Query Understand(string question) => new(question, Importance);

    /// <summary>Every text that matches, the best one first.</summary>
    public IReadOnlyList<(int Text, double Score)> Rank(Query query)
    {
        Dictionary<int, double> scores = [];
        foreach (Concept concept in query.Concepts)
        {
            // A text that has all synonyms of one concept is not better than one that has the word itself.
            Dictionary<int, double> best = [];
            foreach ((string term, double weight) in concept.Weights)
            {
                double rarity = Rarity(term);
                foreach ((int text, float frequency) in _postings.GetValueOrDefault(term, []))
                {
                    best[text] = Math.Max(best.GetValueOrDefault(text), weight * rarity * Saturate(frequency, _lengths[text]));
                }
            }

            foreach ((int text, double score) in best)
            {
                scores[text] = scores.GetValueOrDefault(text) + score;
            }
        }

        return [.. scores.Select(entry => (entry.Key, entry.Value)).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key)];
    }

    private double Saturate(double frequency, double length)
    {
        double relativeLength = length / (_totalLength / _lengths.Count);
        return frequency * (Saturation + 1) / (frequency + (Saturation * (1 - LengthPenalty + (LengthPenalty * relativeLength))));
    }

    /// <summary>Inverse document frequency, in the form that is never negative.</summary>
    private double Rarity(string term)
    {
        int texts = _postings.TryGetValue(term, out var postings) ? postings.Count : 0;
        return Math.Log(1 + ((_lengths.Count - texts + 0.5) / (texts + 0.5)));
    }

    private double Importance(IEnumerable<string> terms)
    {
        double[] found = [.. terms.Where(_postings.ContainsKey).Select(Rarity)];
        return found.Length == 0 ? 2 : 1 + (found.Max() / Rarity(term: ""));
    }
}
