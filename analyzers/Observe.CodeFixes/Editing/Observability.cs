using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Whether an ordinary method could be an observed one, and as what.</summary>
internal static class Observability
{
    public static bool Of(SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method) =>
        model.Compilation.GetTypeByMetadataName($"{WellKnownNames.Namespace}.{WellKnownNames.RunContext}") is not null
        && syntax.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && method is not { IsStatic: true, Name: "Main" }
        && !method.Parameters.Any(static parameter => parameter is { Type.TypeKind: TypeKind.Dynamic, RefKind: not RefKind.None })
        && !ScopeAttribute.Of(method).Any()
        && !ObservedBody.IsOne(method)
        && BodySplit.IsPossible(model, syntax, method);

    /// <summary>Whether a value is one of few that are known: an enum's members, yes or no.</summary>
    public static bool IsChoice(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsChoice(nullable.TypeArguments[0]),
        _ => type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean,
    };

    /// <summary>Whether a value holds several of something.</summary>
    public static bool IsList(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type.TypeKind == TypeKind.Array
            || type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? [self] : [])
                .Any(static contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));
}
