using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Field;

/// <summary>A mistake as people make it, planted into a product that is correct.</summary>
internal sealed record Mistake
{
    /// <summary>Id of the rule that is to find it.</summary>
    public required string Rule { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether the mistake hides others, or changes what is said about the whole project.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Version of the language that the project is held to; null means that of all tests.</summary>
    public LanguageVersion? Version { get; init; }

    public required IReadOnlyList<Edit> Edits { get; init; }

    public Product Product => Product.Named(Edits[0].File.Split('/')[0]);

    public override string ToString() => $"{Rule} {Title}";
}
