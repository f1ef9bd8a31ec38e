using Docs.Reading;
using Docs.Searching;

namespace Docs.Answering;

/// <summary>Chooses the blocks that together say most about a question and repeat each other least.</summary>
internal sealed class QuoteSelector(string question, Query query, Route route)
{
    private const int MostQuotes = 3;
    // What a heading says holds for the text below it, though less surely.
    private const double ContextWeight = 0.8;
    // Heading and text that agree are surer than either.
    private const double AgreementWeight = 0.3;
    private const double RepetitionWeight = 0.35;
    // Later quotes that say much less than the first are noise.
    private const double LeastShareOfBest = 0.45;
    private const double LeastOfFarExample = 0.3;

    public IReadOnlyList<Quote> Select(IReadOnlyList<Passage> passages)
    {
        List<Candidate> candidates = [.. passages.SelectMany(CandidatesOf)];
        List<Candidate> chosen = [];
        double[] covered = new double[query.Concepts.Count];
        double best = 0;
        while (chosen.Count < MostQuotes && candidates.MaxBy(candidate => Gain(candidate, covered)) is { } next)
        {
            double gain = Gain(next, covered);
            if (gain <= best * LeastShareOfBest || Relevance.Of(query, [next]) == 0)
            {
                break;
            }

            best = Math.Max(best, gain);
            chosen.Add(next);
            candidates.Remove(next);
            for (int i = 0; i < covered.Length; i++)
            {
                covered[i] = Math.Max(covered[i], next.Matched[i]);
            }
        }

        if (!Relevance.IsEnough(query, chosen))
        {
            return [];
        }

        if (route == Route.HowTo && !chosen.Exists(candidate => candidate.Block.Kind is BlockKind.Code or BlockKind.NumberedSteps))
        {
            AddExample(chosen, candidates);
        }

        return [.. chosen.Select(ToQuote)];
    }

    /// <summary>Who asks how to do something is best served with code that does it, from where the text was found if possible.</summary>
    private void AddExample(List<Candidate> chosen, List<Candidate> candidates)
    {
        bool IsNear(Candidate candidate) => chosen.Exists(quoted => quoted.Section == candidate.Section);
        double Covers(Candidate candidate) => query.Coverage(candidate.Matched);

        Candidate? example = candidates
            .Where(candidate => candidate.Block.Kind == BlockKind.Code && Covers(candidate) > (IsNear(candidate) ? 0 : LeastOfFarExample))
            .OrderByDescending(IsNear)
            .ThenByDescending(Covers)
            .FirstOrDefault();
        if (example is not null)
        {
            chosen.Add(example);
        }
    }

    private IEnumerable<Candidate> CandidatesOf(Passage passage, int rank)
    {
        double[] context = query.Match($"{passage.Section.Parents} {passage.Section.Heading}");
        double rankPreference = 1 + (0.3 / (1 + rank));
        return Blocks.Of(passage, question).Select((block, place) =>
        {
            // What comes first below a heading explains it.
            bool explainsHeading = place == 0 && query.Coverage(context) >= 1;
            double preference = rankPreference * RoutePreference.For(route, block, query, explainsHeading);
            return new Candidate(passage.Section, block, query.Match(block.Text), context, preference);
        });
    }

    private double Gain(Candidate candidate, double[] covered)
    {
        double gain = 0;
        for (int i = 0; i < covered.Length; i++)
        {
            (double matched, double context) = (candidate.Matched[i], candidate.Context[i]);
            double said = Math.Max(matched, ContextWeight * context) + (AgreementWeight * matched * context);
            double fresh = Math.Max(0, said - covered[i]);
            gain += query.Concepts[i].Importance * (fresh + (RepetitionWeight * (said - fresh)));
        }

        return gain * candidate.Preference;
    }

    private Quote ToQuote(Candidate candidate)
    {
        Block excerpt = Excerpt.Of(candidate.Block, query, route);
        Section section = candidate.Section;
        return new Quote(excerpt.Text, excerpt.Kind, section.Path, section.Heading, excerpt.FirstLine, excerpt.LastLine);
    }
}
