namespace Observe;

/// <summary>
/// Puts what has no duration among the children of a node: between the scopes where it happened, because an attempt that failed is
/// understood by what stands before it and what stands behind it. Answers of policies that only say "go on" are left out.
/// </summary>
internal static class TraceRemarks
{
    public static void AddTo(TraceNode node)
    {
        List<TraceNode> remarks = Of(node);
        if (remarks.Count > 0)
        {
            node.SetChildren(Merge(remarks, node.Children));
        }
    }

    private static List<TraceNode> Of(TraceNode node)
    {
        List<TraceNode> checks = [];
        foreach (PolicyCheckTrace check in node.PolicyChecks)
        {
            if (check.Action != PolicyAction.Allow)
            {
                checks.Add(new TraceNode(check));
            }
        }

        List<TraceNode> events = [];
        foreach (EventTrace happened in node.Events)
        {
            events.Add(new TraceNode(happened));
        }

        return Merge(checks, events);
    }

    // Linear, and each list keeps its own order: both may be long.
    private static List<TraceNode> Merge(List<TraceNode> left, List<TraceNode> right)
    {
        List<TraceNode> merged = new(left.Count + right.Count);
        int at = 0;
        foreach (TraceNode node in right)
        {
            while (at < left.Count && IsBefore(left[at], node))
            {
                merged.Add(left[at++]);
            }

            merged.Add(node);
        }

        merged.AddRange(left[at..]);
        return merged;
    }

    // At the same time on the clock, the answer that let a call begin was first.
    private static bool IsBefore(TraceNode remark, TraceNode other) =>
        remark.StartTime < other.StartTime || (remark.StartTime == other.StartTime && remark.Check is not null);
}
