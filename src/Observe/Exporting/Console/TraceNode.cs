namespace Observe;

/// <summary>A run or a scope in the tree that is drawn, with child runs among the scopes.</summary>
internal sealed class TraceNode
{
    public TraceNode(RunTrace run)
    {
        (Run, Kind, Name) = (run, ScopeKind.Run, run.Agent);
        (StartTime, Duration, Outcome, Error) = (run.StartTime, run.Duration, run.Outcome, run.Error);
        (Arguments, Result) = (run.Arguments, run.Result);
    }

    public TraceNode(ScopeTrace scope)
    {
        (Scope, Kind, Name) = (scope, scope.Kind, scope.Name);
        (StartTime, Duration, Outcome, Error) = (scope.StartTime, scope.Duration, scope.Outcome, scope.Error);
        (Arguments, Result) = (scope.Arguments, scope.Result);
    }

    /// <summary>The run; null when the node is a scope.</summary>
    public RunTrace? Run { get; }

    /// <summary>The scope; null when the node is a run.</summary>
    public ScopeTrace? Scope { get; }

    public ScopeKind Kind { get; }

    public string Name { get; }

    public DateTimeOffset StartTime { get; }

    public TimeSpan? Duration { get; }

    public Outcome Outcome { get; }

    public TraceError? Error { get; }

    public string? Arguments { get; }

    public string? Result { get; }

    /// <summary>Whether it handed out items one by one.</summary>
    public bool IsStream => Scope is { Items: not null } or { Completed: not null };

    public TraceNode? Parent { get; private set; }

    /// <summary>Direct children in the order in which they began.</summary>
    public List<TraceNode> Children { get; } = [];

    /// <summary>0 for the root.</summary>
    public int Depth { get; set; }

    /// <summary>Nodes below this one.</summary>
    public int Descendants { get; set; }

    /// <summary>Whether it ran at the same time as another child of its parent.</summary>
    public bool IsConcurrent { get; set; }

    /// <summary>Whether its error came from here: no child failed with the same.</summary>
    public bool IsErrorOrigin { get; set; }

    /// <summary>Whether it is printed; see <see cref="NodeSelection"/>.</summary>
    public bool IsShown { get; set; }

    public void Add(TraceNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }
}
