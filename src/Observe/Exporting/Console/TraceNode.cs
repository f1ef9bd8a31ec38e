namespace Observe;

/// <summary>
/// A run or a scope in the tree that is drawn, with child runs among the scopes; or a remark: an event, or the answer of a policy.
/// </summary>
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

    public TraceNode(EventTrace happened) => (Event, Name, StartTime, Outcome) = (happened, happened.Name, happened.Time, Outcome.Ok);

    public TraceNode(PolicyCheckTrace check)
    {
        (Check, Name, StartTime) = (check, check.Policy, check.Time);
        Outcome = check.Action is PolicyAction.Block or PolicyAction.Throttle ? Outcome.Blocked : Outcome.Ok;
    }

    /// <summary>The run; null when the node is something else.</summary>
    public RunTrace? Run { get; }

    /// <summary>The scope; null when the node is something else.</summary>
    public ScopeTrace? Scope { get; }

    /// <summary>The event; null when the node is something else.</summary>
    public EventTrace? Event { get; }

    /// <summary>The answer of a policy; null when the node is something else.</summary>
    public PolicyCheckTrace? Check { get; }

    /// <summary>What kind of scope or run it is; null for remarks.</summary>
    public ScopeKind? Kind { get; }

    public string Name { get; }

    public DateTimeOffset StartTime { get; }

    public TimeSpan? Duration { get; }

    public Outcome Outcome { get; }

    public TraceError? Error { get; }

    public string? Arguments { get; }

    public string? Result { get; }

    /// <summary>Whether it is an event or the answer of a policy: one line, nothing below it.</summary>
    public bool IsRemark => Kind is null;

    /// <summary>Whether it handed out items one by one.</summary>
    public bool IsStream => Scope is { Items: not null } or { Completed: not null };

    /// <summary>Whether it is told by what is known of its kind, instead of by arguments and result.</summary>
    public bool HasFacts => Scope is { Llm: not null } or { Retrieval: not null } or { Kind: ScopeKind.HumanTurn }
        or { Thought: { Thought: not null } or { Conclusion: not null } };

    public IReadOnlyList<PolicyCheckTrace> PolicyChecks => Run?.PolicyChecks ?? Scope?.PolicyChecks ?? [];

    public IReadOnlyList<EventTrace> Events => Run?.Events ?? Scope?.Events ?? [];

    public TraceNode? Parent { get; private set; }

    /// <summary>Direct children in the order in which they began.</summary>
    public List<TraceNode> Children { get; private set; } = [];

    /// <summary>0 for the root.</summary>
    public int Depth { get; set; }

    /// <summary>Nodes below this one.</summary>
    public int Descendants { get; set; }

    /// <summary>Whether it ran at the same time as another child of its parent.</summary>
    public bool IsConcurrent { get; set; }

    /// <summary>Whether its error came from here: no child failed with the same.</summary>
    public bool IsErrorOrigin { get; set; }

    /// <summary>Whether whoever looks at a large tree looks for such as this.</summary>
    public bool IsNotable => IsErrorOrigin || Outcome == Outcome.Blocked;

    /// <summary>Whether it is printed; see <see cref="NodeSelection"/>.</summary>
    public bool IsShown { get; set; }

    public void Add(TraceNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>Takes the remarks among the children.</summary>
    public void SetChildren(List<TraceNode> children)
    {
        foreach (TraceNode child in children)
        {
            child.Parent = this;
        }

        Children = children;
    }
}
