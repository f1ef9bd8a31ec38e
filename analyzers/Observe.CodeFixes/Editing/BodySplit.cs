using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>
/// Parts an ordinary method into declaration and body. The body stays where it is, to the last character: a semicolon and a new head
/// go in front of it.
/// </summary>
internal static class BodySplit
{
    /// <summary>Whether the method can be parted, and be observed then.</summary>
    public static bool IsPossible(SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method) =>
        HasBody(syntax)
        && method is { MethodKind: MethodKind.Ordinary, IsExtern: false }
        && syntax.ExplicitInterfaceSpecifier is null
        && !(method.IsAsync && method.ReturnsVoid)
        && ReturnType.Of(method).Problem is null
        && BodySignature.CanBeRead(syntax)
        && !IsTaken(model, method);

    public static bool HasBody(MethodDeclarationSyntax syntax) => syntax.Body is not null || syntax.ExpressionBody is not null;

    public static void Part(this Edits edits, SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        int end = syntax.ConstraintClauses.Count == 0 ? syntax.ParameterList.Span.End : syntax.ConstraintClauses.Last().Span.End;
        string head = BodySignature.Of(model, syntax, method);
        edits.Insert(syntax.SyntaxTree, end, $";\n\n{Layout.IndentationOf(syntax)}{head}");
        IEnumerable<AttributeListSyntax> lists = syntax.AttributeLists.Concat(
            syntax.ParameterList.Parameters.SelectMany(static parameter => parameter.AttributeLists));
        foreach (AttributeSyntax attribute in lists.SelectMany(static list => list.Attributes))
        {
            if (AttributePlaces.BelongsToBodyOnly(attribute, model))
            {
                edits.RemoveAttribute(attribute);
            }
        }
    }

    // A method of another signature is an overload; anything else of the body's name is in the way.
    private static bool IsTaken(SemanticModel model, IMethodSymbol method) =>
        method.ContainingType.GetMembers(ScopeNames.CoreOf(method.Name)).Any(member =>
            member is not IMethodSymbol other
            || CoreComparison.Of(model.Compilation, method, ReturnType.Of(method).Shape, default, other, -1).Differences.Count == 0
            || (other.Arity == method.Arity && other.Parameters.Select(static parameter => parameter.Type).SequenceEqual(
                method.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default)));
}
