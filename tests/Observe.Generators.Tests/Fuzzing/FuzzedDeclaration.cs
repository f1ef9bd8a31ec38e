namespace Observe.Generators.Tests.Fuzzing;

/// <summary>One declaration as files of source: with the attributes of this library, and its twin without.</summary>
internal sealed record FuzzedDeclaration(int Number, IReadOnlyList<int> Choices)
{
    public required IReadOnlyList<string> Files { get; init; }

    public required IReadOnlyList<string> TwinFiles { get; init; }

    /// <summary>The only rule that may be reported; null where none may be.</summary>
    public required string? Rule { get; init; }

    /// <summary>The class whose <c>Run</c> calls the method, or null where nothing can call it.</summary>
    public required string? Entry { get; init; }

    public string Text => string.Join("\n// ---- second file\n", Files);

    /// <summary>The text without what only tells it from others.</summary>
    public string Normalised => Text.Replace("F" + Number, "F", StringComparison.Ordinal);

    public IEnumerable<(string Path, string Source)> Named(bool isTwin) =>
        (isTwin ? TwinFiles : Files).Select((source, i) => ($"F{Number}_{i}.cs", source));
}
