namespace Observe.Benchmarks.Compiler;

/// <summary>What one keystroke costs a generator.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Milliseconds">Processor time of every repetition, in milliseconds.</param>
/// <param name="Megabytes">Allocated by one of them, in millions of bytes.</param>
/// <param name="Outputs">What became of the outputs, as the compiler says: how many were cached, modified …</param>
internal sealed record Keystroke(string Name, IReadOnlyList<double> Milliseconds, double Megabytes, string Outputs)
{
    public double Median => Milliseconds.Order().ElementAt(Milliseconds.Count / 2);

    public double Fastest => Milliseconds.Min();
}
