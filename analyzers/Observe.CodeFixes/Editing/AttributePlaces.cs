using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Where an attribute belongs once a method has become a declaration and a body. Most describe the method to its callers.</summary>
internal static class AttributePlaces
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";
    private const string CompilerServices = "System.Runtime.CompilerServices";

    /// <summary>Whether the body needs the attribute: what it says of nulls and of trimming is checked against the body's own code.</summary>
    public static bool BelongsToBody(AttributeSyntax attribute, SemanticModel model) =>
        BelongsToBodyOnly(attribute, model)
        || (TypeOf(attribute, model) is { } type && type.Is(CodeAnalysis, type.Name) && type.Name != "ExperimentalAttribute");

    /// <summary>Whether the attribute means nothing on a declaration: it says how the compiler is to build the body.</summary>
    public static bool BelongsToBodyOnly(AttributeSyntax attribute, SemanticModel model) =>
        TypeOf(attribute, model) is { Name: "EnumeratorCancellationAttribute" or "AsyncMethodBuilderAttribute" or "SkipLocalsInitAttribute" } type
        && type.Is(CompilerServices, type.Name);

    private static INamedTypeSymbol? TypeOf(AttributeSyntax attribute, SemanticModel model) =>
        model.GetSymbolInfo(attribute).Symbol?.ContainingType;
}
