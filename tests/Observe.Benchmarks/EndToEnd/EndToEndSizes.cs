using System.Globalization;

namespace Observe.Benchmarks.EndToEnd;

/// <summary>How much the measuring program does.</summary>
internal sealed record EndToEndSizes(int Runs, int Repetitions)
{
    /// <summary>Steps in one run.</summary>
    public const int StepsPerRun = 10;

    public static EndToEndSizes Default { get; } = new(Runs: 200_000, Repetitions: 5);

    public int Steps => Runs * StepsPerRun;

    /// <summary>Reads: millions of steps, repetitions.</summary>
    public static EndToEndSizes From(string[] words) => new(
        words is [var millions, ..] ? (int)(double.Parse(millions, CultureInfo.InvariantCulture) * 1_000_000 / StepsPerRun) : Default.Runs,
        words is [_, var repetitions] ? int.Parse(repetitions, CultureInfo.InvariantCulture) : Default.Repetitions);
}
