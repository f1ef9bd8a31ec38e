namespace Observe;

/// <summary>Builds the nodes of a tree out of a root run and the child runs that belong into it.</summary>
internal static class TraceNodes
{
    // Start and duration come from different clocks, so calls one after the other may seem to overlap by a rounding error.
    private const long ClockErrorTicks = TimeSpan.TicksPerMicrosecond;

    /// <summary>All nodes, parents before their children and siblings in the order in which they began; the root is the first.</summary>
    public static IReadOnlyList<TraceNode> Build(RunTrace root, IReadOnlyList<RunTrace> descendants)
    {
        Dictionary<string, TraceNode> bySpan = [];
        TraceNode top = AddRun(root, bySpan);
        List<TraceNode> runs = [];
        foreach (RunTrace descendant in descendants)
        {
            runs.Add(AddRun(descendant, bySpan));
        }

        foreach (TraceNode run in runs)
        {
            bySpan.GetValueOrDefault(run.Run!.ParentSpanId.GetValueOrDefault().ToHexString(), top).Add(run);
        }

        List<TraceNode> nodes = InReadingOrder(top);
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            // From the end, so that children are complete before their parents.
            TraceNode node = nodes[i];
            foreach (TraceNode child in node.Children)
            {
                node.Descendants += child.Descendants + 1;
            }

            node.IsErrorOrigin = node is { Outcome: not Outcome.Blocked, Error: { } error }
                && !node.Children.Exists(child => IsSame(child.Error, error));
        }

        return nodes;
    }

    private static TraceNode AddRun(RunTrace run, Dictionary<string, TraceNode> bySpan)
    {
        TraceNode top = new(run);
        bySpan[run.SpanId.ToHexString()] = top;
        Dictionary<int, TraceNode> byId = [];
        foreach (ScopeTrace scope in run.Scopes)
        {
            // Where the record of a parent was dropped, the run is the nearest that is known.
            TraceNode node = new(scope);
            byId.GetValueOrDefault(scope.ParentId, top).Add(node);
            byId[scope.Id] = node;
            bySpan[scope.SpanId.ToHexString()] = node;
        }

        return top;
    }

    // Not recursive: an agent that calls itself may be nested deeper than a stack is long.
    private static List<TraceNode> InReadingOrder(TraceNode top)
    {
        List<TraceNode> nodes = [];
        Stack<TraceNode> waiting = new([top]);
        while (waiting.TryPop(out TraceNode? node))
        {
            nodes.Add(node);
            node.Depth = node.Parent is { } parent ? parent.Depth + 1 : 0;
            Order(node.Children);
            MarkConcurrent(node.Children);
            TraceRemarks.AddTo(node);
            for (int i = node.Children.Count - 1; i >= 0; i--)
            {
                waiting.Push(node.Children[i]);
            }
        }

        return nodes;
    }

    private static void Order(List<TraceNode> siblings)
    {
        if (!siblings.Exists(sibling => sibling.Run is not null))
        {
            return;
        }

        // By insertion: it keeps the order of what began at the same time, and little is out of order.
        for (int i = 1; i < siblings.Count; i++)
        {
            TraceNode sibling = siblings[i];
            int at = i;
            for (; at > 0 && siblings[at - 1].StartTime > sibling.StartTime; at--)
            {
                siblings[at] = siblings[at - 1];
            }

            siblings[at] = sibling;
        }
    }

    private static void MarkConcurrent(List<TraceNode> siblings)
    {
        TraceNode? longest = null;
        long longestEnd = 0;
        foreach (TraceNode sibling in siblings)
        {
            if (longest is not null && longestEnd - sibling.StartTime.UtcTicks > ClockErrorTicks)
            {
                sibling.IsConcurrent = longest.IsConcurrent = true;
            }

            if (longest is null || EndOf(sibling) > longestEnd)
            {
                (longest, longestEnd) = (sibling, EndOf(sibling));
            }
        }
    }

    // What was still open when its run ended ran beside everything after it; when a stream was abandoned is not known.
    private static long EndOf(TraceNode node) => node.Duration is { } duration ? node.StartTime.UtcTicks + duration.Ticks
        : node.IsStream ? node.StartTime.UtcTicks
        : long.MaxValue;

    private static bool IsSame(TraceError? inner, TraceError outer) =>
        inner is not null && inner.Type == outer.Type && inner.Message == outer.Message;
}
