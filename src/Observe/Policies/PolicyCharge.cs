namespace Observe;

/// <summary>What a finished call of a language model used, for an <see cref="IMeteringPolicy"/>.</summary>
public readonly struct PolicyCharge
{
    internal PolicyCharge(RunContext run, in LlmUsage used, IPolicyHold? held, Policies.Meter meter, bool isObserverWide, TimeProvider timeProvider)
    {
        Run = run;
        Used = used;
        Held = held;
        Meter = meter;
        IsObserverWide = isObserverWide;
        TimeProvider = timeProvider;
    }

    /// <summary>The run that the call belongs to; a policy on an outer run's method is told of the calls in its child runs too.</summary>
    public RunContext Run { get; }

    /// <summary>What was used.</summary>
    public LlmUsage Used { get; }

    /// <summary>What this policy gave to <see cref="PolicyContext.Hold"/> before this very call; null for a call that was recorded by hand.</summary>
    public IPolicyHold? Held { get; }

    /// <summary>Clock of the observer.</summary>
    public TimeProvider TimeProvider { get; }

    /// <inheritdoc cref="PolicyContext.Meter"/>
    internal Policies.Meter Meter { get; }

    /// <inheritdoc cref="PolicyContext.IsObserverWide"/>
    internal bool IsObserverWide { get; }
}
