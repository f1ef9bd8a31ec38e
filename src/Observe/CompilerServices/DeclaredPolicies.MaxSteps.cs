namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of a <see cref="MaxStepsAttribute"/>.</summary>
    /// <param name="steps">Most steps; at least 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static IPolicy MaxSteps(int steps) => new MaxStepsPolicy(steps, "MaxSteps");
}
