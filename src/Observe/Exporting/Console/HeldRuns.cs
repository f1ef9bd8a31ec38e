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

    /// <summary>The held runs that <paramref name="root"/> called, and those that they called, in the order in which they ended.</summary>
    public IReadOnlyList<RunTrace> DescendantsOf(RunTrace root)
    {
        List<RunTrace> candidates = _runs.FindAll(run => run.TraceId == root.TraceId && run != root);
        if (candidates.Count == 0)
        {
            return [];
        }

        HashSet<RunTrace> descendants = [];
        HashSet<string> spans = [];
        AddSpans(spans, root);
        int known;
        do
        {
            // Callers end after those whom they call, so the first pass from the end finds all, unless a run outlived its caller.
            known = descendants.Count;
            for (int i = candidates.Count - 1; i >= 0; i--)
            {
                if (spans.Contains(CallerOf(candidates[i])) && descendants.Add(candidates[i]))
                {
                    AddSpans(spans, candidates[i]);
                }
            }
        }
        while (descendants.Count > known);

        return candidates.FindAll(descendants.Contains);
    }

    /// <summary>The runs whose caller is not held.</summary>
    public IReadOnlyList<RunTrace> Orphans()
    {
        HashSet<string> spans = [];
        foreach (RunTrace run in _runs)
        {
            AddSpans(spans, run);
        }

        return _runs.FindAll(run => !spans.Contains(CallerOf(run)));
    }

    private static string CallerOf(RunTrace run) => run.ParentSpanId.GetValueOrDefault().ToHexString();

    private static void AddSpans(HashSet<string> spans, RunTrace run)
    {
        spans.Add(run.SpanId.ToHexString());
        foreach (ScopeTrace scope in run.Scopes)
        {
            spans.Add(scope.SpanId.ToHexString());
        }
    }
}
