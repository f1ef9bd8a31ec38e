using System.Globalization;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>How much is tried: little in every build, much where <c>OBSERVE_FUZZ</c> says how many declarations.</summary>
internal static class FuzzSize
{
    private const int Small = 500;

    public static int Declarations { get; } = Read("OBSERVE_FUZZ", Small);

    public static bool IsSmall => Declarations <= Small;

    /// <summary>Every so many batches one is executed.</summary>
    public static int Executed => IsSmall ? 150 : Declarations * 3 / 20;

    public static int Seed { get; } = Read("OBSERVE_FUZZ_SEED", 20_251);

    private static int Read(string variable, int absent) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : absent;
}
