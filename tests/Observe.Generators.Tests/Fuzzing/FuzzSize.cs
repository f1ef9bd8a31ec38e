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

    /// <summary>Writes the files of a declaration where <c>OBSERVE_FUZZ_KEEP</c> says, so that they can be built by other means, too.</summary>
    public static void Keep(FuzzedDeclaration declaration)
    {
        if (Environment.GetEnvironmentVariable("OBSERVE_FUZZ_KEEP") is { Length: > 0 } directory)
        {
            foreach ((string path, string source) in declaration.Named(isTwin: false))
            {
                File.WriteAllText(Path.Combine(directory, path), source);
            }
        }
    }

    private static int Read(string variable, int absent) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : absent;
}
