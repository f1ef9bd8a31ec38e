namespace Observe;

/// <summary>Chooses which nodes of a large tree are printed.</summary>
internal static class NodeSelection
{
    // Whoever looks at a large tree usually looks for what went wrong in it.
    private const int MaxNotable = 10;

    /// <summary>
    /// Shows the first three quarters of <paramref name="max"/> nodes and the last quarter, the first errors and blocked calls between
    /// them, and whatever lies above these. Nodes deeper than <paramref name="maxDepth"/> are never shown.
    /// </summary>
    /// <param name="nodes">The nodes in reading order, the root first.</param>
    /// <param name="max">How many to show, not counting the root.</param>
    /// <param name="maxDepth">Depth at which indentation would leave no room for text.</param>
    public static void Apply(IReadOnlyList<TraceNode> nodes, int max, int maxDepth)
    {
        List<TraceNode> candidates = WithinDepth(nodes, maxDepth);
        int tail = candidates.Count - 1 > max ? max / 4 : 0;
        int head = 1 + Math.Min(max, candidates.Count - 1) - tail;
        int notable = 0;
        for (int i = 0; i < candidates.Count; i++)
        {
            bool isEarlyNotable = candidates[i].IsNotable && notable++ < MaxNotable;
            if (i < head || i >= candidates.Count - tail || isEarlyNotable)
            {
                Show(candidates[i]);
            }
        }
    }

    private static List<TraceNode> WithinDepth(IReadOnlyList<TraceNode> nodes, int maxDepth)
    {
        List<TraceNode> within = [];
        foreach (TraceNode node in nodes)
        {
            if (node.Depth <= maxDepth)
            {
                within.Add(node);
            }
        }

        return within;
    }

    private static void Show(TraceNode node)
    {
        for (TraceNode? shown = node; shown is { IsShown: false }; shown = shown.Parent)
        {
            shown.IsShown = true;
        }
    }
}
