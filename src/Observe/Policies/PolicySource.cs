namespace Observe.Policies;

/// <summary>Policies that may change while the observer lives: a file.</summary>
internal abstract class PolicySource : IDisposable
{
    /// <summary>The policies in force.</summary>
    public abstract IReadOnlyList<PolicyRegistration> Current { get; }

    /// <summary>Starts to look for changes; the first state was read before.</summary>
    /// <param name="timeProvider">Clock of the observer.</param>
    /// <param name="changed">To be called after <see cref="Current"/> has changed.</param>
    /// <param name="warn">Takes what is wrong with a new state that was rejected.</param>
    public abstract void Start(TimeProvider timeProvider, Action changed, Action<string> warn);

    public abstract void Dispose();
}
