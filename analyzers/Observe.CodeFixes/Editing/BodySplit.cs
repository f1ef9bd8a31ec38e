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
        && !PartialEdits.IsInFileType(syntax)
        && !(method.IsAsync && method.ReturnsVoid)
        && ReturnType.Of(method).Problem is null
        && BodySignature.CanBeRead(syntax)
        && !IsTaken(model, syntax, method);

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

    // Beside the bodies of overloads, a method that goes by the name already can be hidden, or overloaded, if nobody in the type asks for it:
    // who does would get the body instead.
    private static bool IsTaken(SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        string name = ScopeNames.CoreOf(method.Name);
        return method.ContainingType.Name == name
            || method.ContainingType.GetMembers(name).Any(member => member is not IMethodSymbol other || IsSame(model, other, method))
            || (model.LookupSymbols(syntax.Identifier.SpanStart, name: name).Any(static known => !IsBody(known)) && IsUsed(method.ContainingType, name));
    }

    private static bool IsBody(ISymbol known) => known is IMethodSymbol method && ObservedBody.DeclarationOf(method) is not null;

    private static bool IsUsed(INamedTypeSymbol type, string name) => type.DeclaringSyntaxReferences
        .SelectMany(static part => part.GetSyntax().DescendantNodes())
        .Any(node => node is SimpleNameSyntax used && used.Identifier.ValueText == name);

    private static bool IsSame(SemanticModel model, IMethodSymbol other, IMethodSymbol method) =>
        CoreComparison.Of(model.Compilation, method, ReturnType.Of(method).Shape, default, other, -1).Differences.Count == 0
        || (other.Arity == method.Arity && other.Parameters.Select(static parameter => parameter.Type).SequenceEqual(
            method.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default));
}
