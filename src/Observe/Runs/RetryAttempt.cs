namespace Observe;

/// <summary>Which attempt of a <see cref="RetryAttribute"/> method the calling code belongs to.</summary>
public sealed class RetryAttempt
{
    private static readonly AsyncLocal<RetryAttempt?> s_current = new();

    internal RetryAttempt(int number, string? feedback)
    {
        Number = number;
        Feedback = feedback;
    }

    /// <summary>The attempt that is going on here; null outside a <see cref="RetryAttribute"/> method and during its first attempt.</summary>
    public static RetryAttempt? Current
    {
        get => s_current.Value;
        internal set => s_current.Value = value;
    }

    /// <summary>Number of the attempt, from 2: the first one has nothing to tell.</summary>
    public int Number { get; }

    /// <summary>What a policy that rejected the last result has to say, for example to be added to the prompt; else null.</summary>
    public string? Feedback { get; }
}
