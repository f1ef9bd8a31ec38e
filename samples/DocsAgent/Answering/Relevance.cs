using Docs.Searching;

namespace Docs.Answering;

/// <summary>Tells an answer from a chance meeting of words.</summary>
internal static class Relevance
{
    private const double Enough = 0.5;
    // Two of three words, both only by their synonyms, are still about the question; one rare word of two is not.
    private const double EnoughWithSeveral = 0.4;

    public static bool IsEnough(Query query, IReadOnlyList<Candidate> candidates)
    {
        double coverage = Of(query, candidates);
        return coverage >= Enough || (coverage >= EnoughWithSeveral && Matched(query, candidates).Count(matched => matched > 0) > 1);
    }

    /// <summary>Share of the question that the candidates speak of together, from 0 to 1.</summary>
    public static double Of(Query query, IReadOnlyList<Candidate> candidates) => query.Coverage(Matched(query, candidates));

    private static double[] Matched(Query query, IReadOnlyList<Candidate> candidates)
    {
        double[] matched = new double[query.Concepts.Count];
        foreach (Candidate candidate in candidates)
        {
            for (int i = 0; i < matched.Length; i++)
            {
                matched[i] = Math.Max(matched[i], Math.Max(candidate.Matched[i], candidate.Context[i]));
            }
        }

        return matched;
    }
}
