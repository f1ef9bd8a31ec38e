using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// Reads a type with observed methods, once, however many parts it has. So a type is one item of the pipeline, and no type waits for
/// another.
/// </summary>
internal static class TypeParser
{
    /// <summary>The type, for the one of its parts that has its first scope attribute; null for every other.</summary>
    public static ParsedType? Parse(
        Compilation compilation, INamedTypeSymbol type, TypeDeclarationSyntax part, CancellationToken cancellationToken)
    {
        List<IMethodSymbol> methods = [.. ObservedMethods(type)];
        return methods.Count > 0 && PartOf(methods[0], cancellationToken) == part
            ? Parse(new TypeParsing(compilation, type, methods, cancellationToken), methods)
            : null;
    }

    // By mistake the attribute may stand on the implementing part, and the declaration in a part of the type that has none.
    private static TypeDeclarationSyntax? PartOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        ScopeAttribute.Of(method).First().Data.ApplicationSyntaxReference?
            .GetSyntax(cancellationToken)
            .FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static ParsedType Parse(TypeParsing context, List<IMethodSymbol> methods)
    {
        methods.RemoveAll(method => !PartialRules.IsOpenDeclaration(method, context));
        List<ObservedMethod> models = [];
        if (methods.Count > 0 && PartialRules.IsOpenType(methods[0], context))
        {
            foreach (IMethodSymbol method in methods)
            {
                var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
                models.Add(MethodParser.Parse(context, method, syntax));
            }
        }

        return new ParsedType(models.Count == 0 ? null : Model(context, models), context.Rules.ToImmutable());
    }

    private static ObservedType Model(TypeParsing context, List<ObservedMethod> methods) => new()
    {
        HintName = HintNames.Of(context.Type),
        Namespace = TypeHeaders.NamespaceOf(context.Type),
        Headers = context.Type.WithContainers().Select(type => TypeHeaders.Of(type, context.CancellationToken)).ToEquatableArray(),
        Methods = methods.ToEquatableArray(),
        Writers = context.Shapes.Writers,
        Readers = context.Readers.All,
        ExperimentalFeatures = context.Features.Ids,
        DescriptorClass = context.DescriptorClass,
        CaptureClass = context.CaptureClass,
        CaptureIsNested = context.CaptureIsNested,
    };

    private static IEnumerable<IMethodSymbol> ObservedMethods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static method =>
            method.MethodKind == MethodKind.Ordinary && ScopeAttribute.Of(method).Any());
}
