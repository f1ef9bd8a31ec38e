using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Judges whether there is something for the generator to implement, and whether it may.</summary>
internal static class PartialRules
{
    /// <summary>Whether the method is a declaration that waits for its implementing part.</summary>
    public static bool IsOpenDeclaration(IMethodSymbol method, TypeParsing context)
    {
        bool isPartial = method.IsPartialDefinition || HasModifier(method, SyntaxKind.PartialKeyword, context.CancellationToken);
        if (NeverObserved.Why(method, isPartial) is { } reason)
        {
            ScopeAttribute scope = ScopeAttribute.Of(method).First();
            context.Rules.Report(
                ShapeRules.NeverObserved, scope.Data, context.CancellationToken, scope.DisplayName, NeverObserved.NameOf(method), reason);
            return false;
        }

        if (!isPartial)
        {
            context.Rules.Report(ShapeRules.MethodNotPartial, method, method.Name);
        }
        else if (!method.IsPartialDefinition || method.PartialImplementationPart is not null)
        {
            context.Rules.Report(
                ShapeRules.BodyOfItsOwn, method.PartialImplementationPart ?? method, method.Name, ScopeNames.CoreOf(method.Name));
            return false;
        }

        return isPartial;
    }

    /// <summary>Whether the containing types can be reopened in another file.</summary>
    public static bool IsOpenType(IMethodSymbol method, TypeParsing context)
    {
        if (context.Compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp12 } old)
        {
            context.Rules.Report(ShapeRules.LanguageTooOld, method, method.Name, old.LanguageVersion.ToDisplayString());
            return false;
        }

        bool isOpen = true;
        foreach (INamedTypeSymbol type in context.Type.WithContainers())
        {
            if (type.IsFileLocal)
            {
                string problem = $"'{type.Name}' is a file type, which no other file can add to; make it internal";
                context.Rules.Report(ShapeRules.UnsupportedSignature, method, method.Name, problem);
                isOpen = false;
            }
            else if (!HasModifier(type, SyntaxKind.PartialKeyword, context.CancellationToken))
            {
                context.Rules.Report(ShapeRules.TypeNotPartial, type, type.Name, method.Name);
                isOpen = false;
            }
        }

        return isOpen;
    }

    private static bool HasModifier(ISymbol symbol, SyntaxKind modifier, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is MemberDeclarationSyntax declaration && declaration.Modifiers.Any(modifier));
}
