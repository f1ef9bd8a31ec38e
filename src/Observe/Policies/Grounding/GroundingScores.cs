using System.Globalization;

namespace Observe.Policies;

/// <summary>Holds the scores of retrieval results against the least score.</summary>
internal sealed class GroundingScores(GroundingRules rules)
{
    /// <summary>What is wrong with the scores; null when nothing is, or none is known.</summary>
    public string? Violation(IReadOnlyList<RetrievalResult> results)
    {
        if (rules.MinGroundingScore is not { } least)
        {
            return null;
        }

        List<double> scores = [];
        foreach (RetrievalResult result in results)
        {
            if (result.RelevanceScore is { } score && !(score < rules.ScoreRelevanceFloor))
            {
                scores.Add(score);
            }
        }

        if (scores.Count == 0)
        {
            return null;
        }

        if (rules.ScoreEvalMode == GroundingScoreMode.Average)
        {
            double mean = Sum(scores) / scores.Count;
            return mean < least
                ? string.Create(CultureInfo.InvariantCulture, $"the mean of {scores.Count} retrieval scores is {mean:0.###}, less than {least:0.###}")
                : null;
        }

        scores.Sort();
        int counted = rules.ScoreEvalMode == GroundingScoreMode.TopN ? Math.Min(rules.ScoreTopN, scores.Count) : scores.Count;
        int below = 0;
        for (int i = scores.Count - counted; i < scores.Count && !(scores[i] >= least); i++)
        {
            below++;
        }

        return below == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{below} of {counted} retrieval scores are less than {least:0.###}");
    }

    private static double Sum(List<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
