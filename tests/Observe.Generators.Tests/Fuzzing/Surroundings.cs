namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What stands around the types of a declaration in its files.</summary>
internal sealed record Surroundings(string Namespace)
{
    public bool IsFileScoped { get; init; }

    /// <summary>Whether the namespace is opened part by part.</summary>
    public bool IsNested { get; init; }

    /// <summary>A directive on top of the file, or empty.</summary>
    public string Directive { get; init; } = "";

    /// <summary>Whether nullable annotations are off around the declaration alone.</summary>
    public bool IsRegion { get; init; }
}
