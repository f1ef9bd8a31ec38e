using System.Runtime.CompilerServices;

namespace Observe.Policies;

/// <summary>Up to which cost each run has been approved. A run is forgotten with its objects.</summary>
internal sealed class CostApprovals(decimal threshold)
{
    private readonly ConditionalWeakTable<object, StrongBox<decimal>> _approved = [];

    public bool IsApproved(PolicyContext context)
    {
        decimal cost = context.Usage.CostUsd;
        return cost <= threshold || (_approved.TryGetValue(KeyOf(context), out StrongBox<decimal>? limit) && cost <= Read(limit));
    }

    /// <summary>Approves the run up to the next multiple of the threshold.</summary>
    public void Approve(PolicyContext context)
    {
        decimal cost = context.Usage.CostUsd;
        if (cost <= threshold)
        {
            return;
        }

        StrongBox<decimal> limit = _approved.GetValue(KeyOf(context), static _ => new StrongBox<decimal>());
        lock (limit)
        {
            limit.Value = Math.Max(limit.Value, threshold == 0 ? decimal.MaxValue : decimal.Ceiling(cost / threshold) * threshold);
        }
    }

    /// <summary>The run or call that the usage belongs to.</summary>
    private static object KeyOf(PolicyContext context) => (object?)context.Meter ?? context.Run;

    private static decimal Read(StrongBox<decimal> limit)
    {
        // A decimal is not read in one piece.
        lock (limit)
        {
            return limit.Value;
        }
    }
}
