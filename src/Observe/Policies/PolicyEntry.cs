using Observe.Recording;

namespace Observe.Policies;

/// <summary>A policy in a <see cref="PolicySet"/>: everything about it that does not change from question to question.</summary>
internal sealed class PolicyEntry
{
    private readonly NamePattern[] _agents;

    public PolicyEntry(PolicyRegistration registration, Guard? owner)
    {
        Policy = registration.Policy;
        Priority = registration.Priority;
        OnFailure = registration.OnFailure;
        Owner = owner;
        Points = Policy.Points;
        _agents = new NamePattern[registration.Agents.Count];
        for (int i = 0; i < _agents.Length; i++)
        {
            _agents[i] = new NamePattern(registration.Agents[i]);
        }

        Allowed = new PolicyResult(PolicyAction.Allow).From(Policy);
        RecordedTexts = Encode(Policy.Name, Policy.Version, Policy.Category);
    }

    public IPolicy Policy { get; }

    public int Priority { get; }

    public PolicyFailure OnFailure { get; }

    /// <summary>The guard that the policy belongs to, or null for a policy of the observer.</summary>
    public Guard? Owner { get; }

    public PolicyPoints Points { get; }

    /// <summary>The answer "go on" under the policy's name.</summary>
    public PolicyResult Allowed { get; }

    /// <summary>Name, version and category as they stand in every record of this policy's answers.</summary>
    public byte[] RecordedTexts { get; }

    public bool IsForEveryAgent => _agents.Length == 0;

    public bool IsFor(string agent)
    {
        if (_agents.Length == 0)
        {
            return true;
        }

        foreach (NamePattern pattern in _agents)
        {
            if (pattern.Matches(agent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts for what the policy guards, seen from the meter of a scope.</summary>
    /// <param name="innermost">Meter of the scope.</param>
    /// <param name="run">Meter of the run that the scope belongs to.</param>
    public Meter MeterIn(Meter innermost, Meter run)
    {
        if (Owner is null)
        {
            return run;
        }

        // The outermost meter of the guard: those inside have inherited it.
        Meter meter = innermost;
        while (!(ReferenceEquals(meter.Guard, Owner) && !ReferenceEquals(meter.Outer?.Guard, Owner)) && meter.Outer is { } outer)
        {
            meter = outer;
        }

        return meter;
    }

    public static unsafe byte[] Encode(string name, string version, string category)
    {
        int nameSize = RecordPen.SizeOf(name);
        int versionSize = RecordPen.SizeOf(version);
        int categorySize = RecordPen.SizeOf(category);
        byte[] texts = new byte[nameSize + versionSize + categorySize];
        fixed (byte* at = texts)
        {
            RecordPen pen = new(at);
            pen.WriteText(name, nameSize);
            pen.WriteText(version, versionSize);
            pen.WriteText(category, categorySize);
        }

        return texts;
    }
}
