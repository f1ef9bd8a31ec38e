using Observe.Exporting.Reading;
using Observe.Policies;

namespace Observe.Recording;

internal sealed unsafe partial class RunRecorder
{
    private HoldList _holds;
    private HashSet<int>? _skipped;
    private RunConversation? _conversation;
    private HashSet<string>? _unknownModels;
    private int _userTurns;
    private long? _began;

    /// <summary>Whether any policy may have to be asked in this run. Never falls back to false.</summary>
    public bool IsGoverned { get; set; }

    /// <summary>How many runs this one lies in.</summary>
    public int Depth { get; init; }

    /// <summary>Measures of the conversation.</summary>
    public RunConversation Conversation => _conversation ?? Interlocked.CompareExchange(ref _conversation, new RunConversation(), null) ?? _conversation!;

    public int UserTurns => Volatile.Read(ref _userTurns);

    public TimeSpan Elapsed => _began is { } began ? Observer.Options.TimeProvider.GetElapsedTime(began, Now()) : TimeSpan.Zero;

    public override void Count(ScopeKind kind) => CountAlone(kind);

    /// <summary>Counts a scope that could not be recorded, or one of a child run.</summary>
    /// <returns>Which scope of its kind it is, from 1.</returns>
    private int CountAlone(ScopeKind kind)
    {
        Acquire();
        int ordinal = CountHere(kind);
        Release();
        Outer?.Count(kind);
        return ordinal;
    }

    public void CountUserTurns(int turns)
    {
        // Either counted one by one, or told by the messages of a call: the larger number is right.
        int seen = Volatile.Read(ref _userTurns);
        while (turns > seen)
        {
            int before = Interlocked.CompareExchange(ref _userTurns, turns, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>Warns, once for each model, that its cost is unknown; of very many models not all are named.</summary>
    public void WarnOfUnknownModel(string model, string? provider)
    {
        const int MostNamed = 20;
        Acquire();
        HashSet<string> models = _unknownModels ??= [];
        bool isNew = models.Count <= MostNamed && models.Add(model);
        bool isTooMany = models.Count > MostNamed;
        Release();
        if (isNew && isTooMany)
        {
            Warn("The cost of calls of still more models is unknown; they are not named here.");
        }
        else if (isNew)
        {
            Warn(model.Length == 0
                ? "The cost of a call of a language model is unknown: nobody said which model it was. Give the model or the cost with the call."
                : $"The cost of calls of \"{model}\" is unknown: the catalogue has no price for it{(provider is null ? "" : $" at provider \"{provider}\"")}. Give the cost with the call, or the price in options.Models.");
        }
    }

    /// <summary>Keeps something until a scope ends; what comes after the run has ended is released at once.</summary>
    public void AddHold(int scopeId, IPolicy policy, IPolicyHold hold)
    {
        Acquire();
        bool isOver = _sealed && _records > 0;
        if (!isOver)
        {
            _holds.Add(scopeId, policy, hold);
        }

        Release();
        if (isOver)
        {
            Release(hold);
        }
    }

    public IPolicyHold? FindHold(int scopeId, IPolicy policy)
    {
        Acquire();
        IPolicyHold? hold = _holds.Find(scopeId, policy);
        Release();
        return hold;
    }

    /// <summary>Releases what policies hold for a scope that is over; 0 is the run, and with it everything.</summary>
    public void ReleaseHolds(int scopeId)
    {
        while (!_holds.IsEmpty)
        {
            Acquire();
            IPolicyHold? hold = _holds.Take(scopeId == 0 ? HoldList.AnyScope : scopeId);
            Release();
            if (hold is null)
            {
                return;
            }

            Release(hold);
        }
    }

    private static void Release(IPolicyHold hold)
    {
        try
        {
            hold.Release();
        }
        catch (Exception)
        {
            // A policy that breaks its promise must not break the call that has just succeeded.
        }
    }

    /// <summary>What decodes the answers of policies; null until one is noted.</summary>
    public RecordedPolicyChecks? PolicyChecks { get; private set; }

    /// <summary>Notes that a policy had a scope skipped.</summary>
    public void MarkSkipped(int scopeId)
    {
        Acquire();
        (_skipped ??= []).Add(scopeId);
        Release();
    }

    public bool WasSkipped(int scopeId)
    {
        if (_skipped is null)
        {
            return false;
        }

        Acquire();
        bool skipped = _skipped.Contains(scopeId);
        Release();
        return skipped;
    }

    /// <summary>Notes the answer of a policy.</summary>
    /// <param name="scopeId">The scope that it was asked about; 0 is the run.</param>
    /// <param name="policy">Name, version and category, as <see cref="PolicyEntry.Encode"/> writes them.</param>
    /// <param name="priority">Priority under which it was asked.</param>
    /// <param name="phase">When it was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="timestamp">When it answered.</param>
    /// <param name="duration">How long it took, in ticks of the clock.</param>
    public void NotePolicyCheck(
        int scopeId, ReadOnlySpan<byte> policy, int priority, PolicyPhase phase, PolicyResult answer, long timestamp, long duration)
    {
        PolicyChecks = PolicyCheckReader.Instance;
        int reasonSize = RecordPen.SizeOf(answer.Reason);
        int wordSize = RecordPen.SizeOf(answer.UnknownAction);
        int size = RecordHeader.Size + PolicyChecked.Size + policy.Length + reasonSize + wordSize;
        byte* at = Open(size);
        if (at == null)
        {
            return;
        }

        RecordPen pen = new(at);
        pen.Write(new RecordHeader(size, RecordKind.PolicyChecked, Math.Max(scopeId, 0)));
        pen.Write(new PolicyChecked(timestamp, duration, answer, phase, priority));
        pen.Write(policy);
        pen.WriteText(answer.Reason, reasonSize);
        pen.WriteText(answer.UnknownAction, wordSize);
        Close(size);
    }
}
