using System.Runtime.CompilerServices;

namespace Observe.Policies;

/// <summary>
/// Lets a policy judge each fact that a run reports once, however often the policy is asked: a warning is given once, and a block
/// stays in force. A run is forgotten with its objects.
/// </summary>
/// <typeparam name="TFact">Type of the facts.</typeparam>
/// <param name="factsOf">Takes the facts of a run, the oldest first.</param>
/// <param name="judge">Judges the facts from an index on.</param>
/// <param name="forgives">Whether facts that come later can lift a block, because they are judged together with the earlier ones. Default: false.</param>
internal sealed class FactReview<TFact>(
    Func<RunFacts, IReadOnlyList<TFact>> factsOf, Func<PolicyContext, IReadOnlyList<TFact>, int, PolicyResult> judge, bool forgives = false)
    where TFact : class
{
    private readonly ConditionalWeakTable<RunFacts, Progress> _progress = [];

    /// <summary>The most severe answer about what is new, or the block about what was seen before.</summary>
    public PolicyResult Review(PolicyContext context)
    {
        RunFacts run = context.Facts;
        IReadOnlyList<TFact> facts = factsOf(run);
        if (facts.Count == 0)
        {
            return PolicyResult.Allow;
        }

        Progress progress = _progress.GetValue(run, static _ => new Progress());
        lock (progress)
        {
            if (ReferenceEquals(facts[^1], progress.Last))
            {
                return context.IsBefore ? progress.Standing : PolicyResult.Allow;
            }

            // Another thread may have judged later ones while this one waited for the lock.
            facts = factsOf(run);
            int firstNew = FirstNew(facts, progress.Last);
            if (firstNew == facts.Count)
            {
                return context.IsBefore ? progress.Standing : PolicyResult.Allow;
            }

            PolicyResult answer = judge(context, facts, firstNew);
            progress.Last = facts[^1];
            if (forgives)
            {
                progress.Standing = answer.Blocked ? answer : PolicyResult.Allow;
            }
            else if (answer.Blocked && answer.Action > progress.Standing.Action)
            {
                progress.Standing = answer;
            }

            // What happened after the last chance to stop it can only be told.
            PolicyResult worst = answer.Action > progress.Standing.Action ? answer : progress.Standing;
            return context.IsBefore ? worst
                : answer.Blocked ? PolicyResult.Warn(answer.Reason)
                : answer;
        }
    }

    private static int FirstNew(IReadOnlyList<TFact> facts, TFact? last)
    {
        // Only the newest facts are kept, so a count says nothing; equal facts are told apart by their identity.
        for (int i = facts.Count; last is not null && i > 0; i--)
        {
            if (ReferenceEquals(facts[i - 1], last))
            {
                return i;
            }
        }

        return 0;
    }

    private sealed class Progress
    {
        public TFact? Last { get; set; }

        /// <summary>The block that stays in force.</summary>
        public PolicyResult Standing { get; set; } = PolicyResult.Allow;
    }
}
