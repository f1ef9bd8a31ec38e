using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Model;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>
/// Reads a type with observed methods. It is parsed once, for the first of its attributes; every other attribute of the type
/// yields nothing. So a type is one item of the pipeline, and no type waits for another.
/// </summary>
internal static class TypeParser
{
    public static ParsedType? Parse(GeneratorAttributeSyntaxContext target, ScopeKind kind, CancellationToken cancellationToken)
    {
        if (target.TargetSymbol is not IMethodSymbol method)
        {
            return null; // the compiler says that the attribute does not belong there
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            RuleSink rules = new();
            rules.Report(ShapeRules.MethodNotPartial, method, DisplayName(method), WhyNeverPartial(method));
            return new ParsedType(null, rules.ToImmutable());
        }

        method = method.PartialDefinitionPart ?? method;
        List<IMethodSymbol> methods = [.. ObservedMethods(method.ContainingType)];
        bool isFirst = methods.Count > 0
            && SymbolEqualityComparer.Default.Equals(methods[0], method)
            && ScopeAttribute.Of(method).First().Kind == kind;
        return isFirst ? Parse(new TypeParsing(target.SemanticModel.Compilation, method.ContainingType, cancellationToken), methods) : null;
    }

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
    };

    private static IEnumerable<IMethodSymbol> ObservedMethods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static method =>
            method.MethodKind == MethodKind.Ordinary && ScopeAttribute.Of(method).Any());

    private static string DisplayName(IMethodSymbol method) => (method.AssociatedSymbol ?? method).Name;

    private static string WhyNeverPartial(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.LocalFunction => "a local function cannot be partial; make it a partial method",
        MethodKind.ExplicitInterfaceImplementation =>
            "an explicit interface implementation cannot be partial; implement the method under its own name",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove =>
            "an accessor is not observed; make it a partial method",
        _ => "only ordinary methods can be partial; make it a partial method",
    };
}
