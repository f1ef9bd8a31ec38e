using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>The head of a body as text, made from the head of its declaration: in the same layout, with the same words.</summary>
internal static class BodySignature
{
    /// <summary>The head, attributes of the body above it.</summary>
    /// <param name="model">The model of the declaration's document.</param>
    /// <param name="syntax">The declaration.</param>
    /// <param name="method">Its symbol.</param>
    /// <param name="context">The parameter that asks for the context, or null.</param>
    public static string Of(SemanticModel model, MethodDeclarationSyntax syntax, IMethodSymbol method, string? context = null)
    {
        string name = ScopeNames.CoreOf(method.Name);
        string attributes = Attributes(model, syntax);
        string modifiers = string.Join(" ", ["private", .. Hiding(model, method, name), .. syntax.Modifiers.Select(static token => token.Text).Where(Stays)]);
        string parameters = BodyParameters.Of(model, syntax.ParameterList, context);
        return $"{attributes}{modifiers} {syntax.ReturnType} {SymbolText.AsIdentifier(name)}{syntax.TypeParameterList}{parameters}{ConstraintsOf(syntax, method)}";
    }

    /// <summary>Whether the head can be read from the text: conditions of the preprocessor between its parts cannot.</summary>
    public static bool CanBeRead(MethodDeclarationSyntax syntax) =>
        !syntax.ParameterList.ContainsDirectives
        && !syntax.DescendantTokens().TakeWhile(token => token != syntax.Identifier).Skip(1).Any(IsConditional)
        && !syntax.ConstraintClauses.Any(static clause => clause.ContainsDirectives)
        && syntax.TypeParameterList is not { ContainsDirectives: true };

    private static bool IsConditional(SyntaxToken token) => token.ContainsDirectives && token.LeadingTrivia.Any(static trivia => trivia.Kind()
        is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia);

    private static bool Stays(string modifier) => modifier is "static" or "readonly" or "unsafe" or "async";

    private static string Attributes(SemanticModel model, MethodDeclarationSyntax syntax)
    {
        IEnumerable<string> attributes =
            from list in syntax.AttributeLists
            from attribute in list.Attributes
            where AttributePlaces.BelongsToBody(attribute, model)
            select $"[{list.Target}{(list.Target is null ? "" : " ")}{attribute}]\n{Layout.IndentationOf(syntax)}";
        return string.Concat(attributes);
    }

    // A body of the same name and parameters in a base class is hidden, and on purpose.
    private static IEnumerable<string> Hiding(SemanticModel model, IMethodSymbol method, string name)
    {
        bool hides = method.ContainingType.BaseType is { } parent && parent.WithBases()
            .SelectMany(type => type.GetMembers(name))
            .Any(member => model.Compilation.IsSymbolAccessibleWithin(member, method.ContainingType)
                && (member is not IMethodSymbol inherited || SameTypes(inherited.Parameters, method.Parameters)));
        return hides ? ["new"] : [];
    }

    private static bool SameTypes(IReadOnlyList<IParameterSymbol> first, IReadOnlyList<IParameterSymbol> second) =>
        first.Select(static parameter => parameter.Type).SequenceEqual(second.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    // An override inherits its constraints, the body has to write them down.
    private static string ConstraintsOf(MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        if (method.IsOverride)
        {
            return string.Concat(Constraints.Of(method).Select(static clause => " " + clause));
        }

        return syntax.ConstraintClauses.Count == 0
            ? ""
            : syntax.SyntaxTree.GetText().ToString(TextSpan.FromBounds(syntax.ParameterList.Span.End, syntax.ConstraintClauses.Last().Span.End));
    }
}
