using System.Diagnostics;

namespace Observe.Benchmarks.Twins;

/// <summary>The source of the hand-written twins.</summary>
internal static class Traced
{
    public static readonly ActivitySource Source = new("Observe.Benchmarks");
}
