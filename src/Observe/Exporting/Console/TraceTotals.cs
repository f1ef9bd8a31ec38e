namespace Observe;

/// <summary>What a tree consists of, counted.</summary>
internal sealed class TraceTotals
{
    private readonly int[] _scopes = new int[(int)ScopeKind.HumanTurn + 1];

    public TraceTotals(IReadOnlyList<TraceNode> nodes)
    {
        foreach (TraceNode node in nodes)
        {
            if (node.Kind is { } kind)
            {
                _scopes[(int)kind]++;
                Errors += node.IsErrorOrigin ? 1 : 0;
                Blocked += node.Outcome == Outcome.Blocked ? 1 : 0;
                PolicyChecks += node.PolicyChecks.Count;
                Waited += kind == ScopeKind.HumanTurn ? node.Duration ?? TimeSpan.Zero : TimeSpan.Zero;
            }

            if (node is { Scope.Llm: { } call, Outcome: not Outcome.Blocked })
            {
                Add(call);
            }
        }
    }

    public int Errors { get; }

    public int Blocked { get; }

    public int PolicyChecks { get; }

    /// <summary>Time for which people were waited for.</summary>
    public TimeSpan Waited { get; }

    public TokenTotal InputTokens { get; private set; }

    public TokenTotal OutputTokens { get; private set; }

    /// <summary>Sum of the costs that are known.</summary>
    public decimal CostUsd { get; private set; }

    /// <summary>Whether any cost is known.</summary>
    public bool IsCostKnown { get; private set; }

    /// <summary>Whether any part of the cost is an estimate.</summary>
    public bool IsCostEstimate { get; private set; }

    /// <summary>Whether there are calls whose cost is unknown.</summary>
    public bool IsCostIncomplete { get; private set; }

    public int Of(ScopeKind kind) => _scopes[(int)kind];

    private void Add(LlmTrace call)
    {
        InputTokens = InputTokens.Plus(call.Usage.InputTokens);
        OutputTokens = OutputTokens.Plus(call.Usage.OutputTokens);
        IsCostEstimate |= call.CostIsEstimate;
        if (call.CostUsd is { } cost)
        {
            CostUsd = SumOf(CostUsd, cost);
            IsCostKnown = true;
        }
        else
        {
            IsCostIncomplete = true;
        }
    }

    // Costs given by hand may be anything; a tree is drawn all the same.
    private static decimal SumOf(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return right > 0 ? decimal.MaxValue : decimal.MinValue;
        }
    }
}
