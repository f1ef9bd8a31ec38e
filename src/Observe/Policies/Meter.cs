using System.Runtime.CompilerServices;
using Observe.Recording;

namespace Observe.Policies;

/// <summary>
/// Counts what a run, or the call of a method with policies of its own, does and uses. Meters lie in each other as runs and guarded
/// calls do; what is counted in one counts in all around it.
/// </summary>
internal class Meter(Meter? outer, Guard? guard)
{
    /// <summary>Dollars are counted in units of 1e-12: a whole number of them for every price per million tokens that is published.</summary>
    private const decimal PicoDollars = 1_000_000_000_000m;

    private Counts _counts;
    private long _inputTokens;
    private long _outputTokens;
    private long _pico;
    private int _callsOfUnknownCost;

    /// <summary>The meter of the run or guarded call around this one; it may belong to another run.</summary>
    public Meter? Outer { get; } = outer;

    /// <summary>The policies of attributes that apply here, the outer ones included; null when there are none.</summary>
    public Guard? Guard { get; } = guard;

    /// <summary>Counts a scope that begins, here and in every meter around this one.</summary>
    public virtual void Count(ScopeKind kind)
    {
        Interlocked.Increment(ref _counts[(int)kind]);
        Outer?.Count(kind);
    }

    /// <summary>Counts a scope in the meters of guarded calls up to the run, which counts by itself.</summary>
    public void CountUpTo(RunRecorder run, ScopeKind kind)
    {
        for (Meter meter = this; !ReferenceEquals(meter, run); meter = meter.Outer!)
        {
            Interlocked.Increment(ref meter._counts[(int)kind]);
        }
    }

    /// <summary>Counts what a call of a language model used.</summary>
    public void Charge(in LlmUsage used)
    {
        for (Meter? meter = this; meter is not null; meter = meter.Outer)
        {
            Add(ref meter._inputTokens, used.Tokens.InputTokens ?? 0);
            Add(ref meter._outputTokens, used.Tokens.OutputTokens ?? 0);
            if (used.CostUsd is { } cost)
            {
                Add(ref meter._pico, ToPico(cost));
            }
            else
            {
                Interlocked.Increment(ref meter._callsOfUnknownCost);
            }
        }
    }

    /// <summary>What was used so far.</summary>
    /// <param name="run">The run that the meter belongs to.</param>
    public RunUsage Usage(RunRecorder run) => new()
    {
        Steps = Volatile.Read(ref _counts[(int)ScopeKind.Step]),
        ToolCalls = Volatile.Read(ref _counts[(int)ScopeKind.ToolCall]),
        Decisions = Volatile.Read(ref _counts[(int)ScopeKind.Decision]),
        Retrievals = Volatile.Read(ref _counts[(int)ScopeKind.Retrieval]),
        Reasonings = Volatile.Read(ref _counts[(int)ScopeKind.Reasoning]),
        LlmCalls = Volatile.Read(ref _counts[(int)ScopeKind.LlmCall]),
        InputTokens = Volatile.Read(ref _inputTokens),
        OutputTokens = Volatile.Read(ref _outputTokens),
        CostUsd = Volatile.Read(ref _pico) / PicoDollars,
        CallsOfUnknownCost = Volatile.Read(ref _callsOfUnknownCost),
        UserTurns = run.UserTurns,
        Depth = run.Depth,
        Elapsed = run.Elapsed,
    };

    /// <summary>Counts a scope in this meter only, under a lock that everybody who counts here takes.</summary>
    /// <returns>Which scope of its kind it is, from 1.</returns>
    protected int CountHere(ScopeKind kind) => ++_counts[(int)kind];

    private static long ToPico(decimal dollars) => dollars < 9_000_000m ? (long)decimal.Round(dollars * PicoDollars) : long.MaxValue;

    /// <summary>Adds what is not negative; a sum stops at the largest number there is.</summary>
    private static void Add(ref long sum, long amount)
    {
        long seen = Volatile.Read(ref sum);
        while (amount != 0)
        {
            long before = Interlocked.CompareExchange(ref sum, amount > long.MaxValue - seen ? long.MaxValue : seen + amount, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    [InlineArray(9)]
    private struct Counts
    {
        private int _first;
    }
}
