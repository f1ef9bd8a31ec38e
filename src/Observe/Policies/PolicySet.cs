using System.Numerics;
using System.Runtime.CompilerServices;

namespace Observe.Policies;

/// <summary>Policies in the order in which they are asked. Immutable.</summary>
internal sealed class PolicySet
{
    private readonly PolicyEntry[] _entries;
    private readonly PolicyRegistration[] _named;
    private readonly PolicyEntry[]?[] _byPoint = new PolicyEntry[]?[33];
    private readonly PolicyPoints _points;
    private PolicySet? _namedOnly;

    private PolicySet(PolicyEntry[] entries, PolicyRegistration[] named)
    {
        _entries = entries;
        _named = named;
        List<PolicyEntry> metering = [];
        foreach (PolicyEntry entry in entries)
        {
            _points |= entry.Points;
            if (entry.Policy is IMeteringPolicy)
            {
                metering.Add(entry);
            }
        }

        Metering = [.. metering];
    }

    public static PolicySet Empty { get; } = new([], []);

    /// <summary>The same policies, but asked only where a method names them.</summary>
    public PolicySet NamedOnly => _namedOnly ??= new PolicySet([], _named);

    /// <summary>The policies that keep count of what is used.</summary>
    public PolicyEntry[] Metering { get; }

    /// <summary>Begins to ask. Through the set, which exists only with policies: without them nothing of the asking is reached.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public PolicyEvaluation Begin(in PolicyQuestion question) => PolicyEvaluation.Rent(question, this);

    /// <summary>What asks the policies after a call; null when none wants to be asked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public AfterCall? After(PolicyQuestion question) => IsAskedAt(question.Points) ? new(question) : null;

    /// <summary>Tells the policies that keep count what a call of a language model used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Charge(RunContext run, int scopeId, Meter meter, in LlmUsage used) => PolicyMetering.Charge(Metering, run, scopeId, meter, used);

    /// <summary>Whether any policy wants to be asked at one of these points.</summary>
    public bool IsAskedAt(PolicyPoints points) => (_points & points) != 0;

    public static PolicySet Of(IEnumerable<PolicyRegistration> registrations)
    {
        List<PolicyEntry> entries = [];
        List<PolicyRegistration> named = [];
        foreach (PolicyRegistration registration in registrations)
        {
            named.Add(registration);
            if (!registration.IsNamedOnly)
            {
                entries.Add(new PolicyEntry(registration, owner: null));
            }
        }

        return new PolicySet(Sort(entries), [.. named]);
    }

    /// <summary>These policies and those of an attributed method.</summary>
    public PolicySet With(Guard guard)
    {
        List<PolicyEntry> entries = [.. _entries];
        foreach (IPolicy declared in guard.Owner.Policies)
        {
            PolicyRegistration registration = declared is NamedPolicy named
                ? named.FindIn(_named)
                : new PolicyRegistration(declared, [], declared.Priority, PolicyFailure.Closed);
            if (!IsAmong(entries, registration.Policy))
            {
                entries.Add(new PolicyEntry(registration, guard));
            }
        }

        return new PolicySet(Sort(entries), _named);
    }

    /// <summary>A policy that is asked anyway, for every run or by a method around this one, must not count a call twice.</summary>
    private static bool IsAmong(List<PolicyEntry> entries, IPolicy policy)
    {
        foreach (PolicyEntry entry in entries)
        {
            if (ReferenceEquals(entry.Policy, policy) && entry.IsForEveryAgent)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The policies to be asked at a point, or at two of them at once.</summary>
    public PolicyEntry[] At(PolicyPoints points)
    {
        // One point is the rule; the only pair is a step that is a checkpoint too.
        int slot = BitOperations.PopCount((uint)points) == 1 ? BitOperations.TrailingZeroCount((uint)points) : 32;
        return Volatile.Read(ref _byPoint[slot]) ?? Select(points, slot);
    }

    private PolicyEntry[] Select(PolicyPoints points, int slot)
    {
        List<PolicyEntry> selected = [];
        foreach (PolicyEntry entry in _entries)
        {
            if ((entry.Points & points) != 0)
            {
                selected.Add(entry);
            }
        }

        PolicyEntry[] entries = [.. selected];
        Volatile.Write(ref _byPoint[slot], entries);
        return entries;
    }

    /// <summary>By priority; those with the same one stay in the order in which they were added.</summary>
    private static PolicyEntry[] Sort(List<PolicyEntry> entries)
    {
        PolicyEntry[] sorted = [.. entries];
        for (int i = 1; i < sorted.Length; i++)
        {
            PolicyEntry entry = sorted[i];
            int at = i;
            for (; at > 0 && sorted[at - 1].Priority > entry.Priority; at--)
            {
                sorted[at] = sorted[at - 1];
            }

            sorted[at] = entry;
        }

        return sorted;
    }
}
