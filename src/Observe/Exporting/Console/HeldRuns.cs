namespace Observe;

/// <summary>Child runs that wait for the run that called them, in the order in which they ended.</summary>
internal sealed class HeldRuns
{
    private readonly List<RunTrace> _runs = [];

    public int Count => _runs.Count;

    public RunTrace Oldest => _runs[0];

    /// <summary>Holds a run; does nothing when it is held already, because its batch was offered again.</summary>
    public void Add(RunTrace run)
    {
        if (!_runs.Exists(held => held.SpanId == run.SpanId && held.TraceId == run.TraceId))
        {
            _runs.Add(run);
        }
    }

    public void Remove(RunTrace run, IReadOnlyList<RunTrace> descendants)
    {
        if (_runs.Count > 0)
        {
            HashSet<RunTrace> gone = [run, .. descendants];
            _runs.RemoveAll(gone.Contains);
        }
    }

    /// <summary>The held runs that <paramref name="root"/> called, and those that they called.</summary>
    public IReadOnlyList<RunTrace> DescendantsOf(RunTrace root)
    {
        List<RunTrace> candidates = _runs.FindAll(run => run.TraceId == root.TraceId && run != root);
        if (candidates.Count == 0)
        {
            return [];
        }

        ILookup<ActivitySpanId?, RunTrace> byParent = candidates.ToLookup(run => run.ParentSpanId);
        List<RunTrace> descendants = [];
        HashSet<RunTrace> seen = [root];
        AddChildrenOf(root);
        for (int i = 0; i < descendants.Count; i++)
        {
            AddChildrenOf(descendants[i]);
        }

        return descendants;

        void AddChildrenOf(RunTrace run) => descendants.AddRange(Spans(run).SelectMany(span => byParent[span]).Where(seen.Add));
    }

    /// <summary>The runs whose caller is not held.</summary>
    public IReadOnlyList<RunTrace> Orphans()
    {
        HashSet<ActivitySpanId> spans = _runs.SelectMany(Spans).ToHashSet();
        return _runs.FindAll(run => !spans.Contains(run.ParentSpanId.GetValueOrDefault()));
    }

    private static IEnumerable<ActivitySpanId> Spans(RunTrace run) => run.Scopes.Select(scope => scope.SpanId).Prepend(run.SpanId);
}
