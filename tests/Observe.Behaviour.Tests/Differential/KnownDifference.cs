namespace Observe.Behaviour.Tests.Differential;

/// <summary>Something that is captured otherwise than System.Text.Json writes it, on purpose.</summary>
/// <param name="Ours">The JSON of the capture.</param>
/// <param name="Theirs">The JSON of the reference, or the exception it throws.</param>
/// <param name="Because">Why.</param>
/// <param name="Call">Has it captured.</param>
/// <param name="Reference">Has the reference write it.</param>
internal sealed record KnownDifference(string Ours, string Theirs, string Because, Action Call, Func<string> Reference)
{
    public static KnownDifference Of<T>(T value, Func<T, T> call, string ours, string theirs, string because) =>
        new(ours, theirs, because, () => call(value), () => Differential.Reference.JsonOf(value, typeof(T)));
}
