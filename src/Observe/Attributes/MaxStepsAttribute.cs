namespace Observe;

/// <summary>Limits the number of steps; the one beyond it is blocked. See <see cref="PolicyAttribute"/> for where it applies.</summary>
/// <param name="steps">Most steps; at least 0.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class MaxStepsAttribute(int steps) : Attribute
{
    /// <summary>Most steps.</summary>
    public int Steps { get; } = steps;
}
