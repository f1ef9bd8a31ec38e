using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Puts <c>[Sensitive]</c> or <c>[NotCaptured]</c> where privacy is read: on a parameter, a property, a returned value.</summary>
internal static class SecretMark
{
    /// <summary>What a mark belongs on when a diagnostic points at a name or type; null where it points at a use.</summary>
    public static SyntaxNode? OwnerAt(SyntaxToken token)
    {
        for (SyntaxNode? node = token.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ParameterSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax:
                    return node;
                case ParameterListSyntax or ExpressionSyntax and not TypeSyntax or StatementSyntax or AttributeListSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a mark would be enough: a value that names a run, or tags it, is written all the same.</summary>
    public static bool CanBePut(SemanticModel model, SyntaxNode owner) =>
        model.GetDeclaredSymbol(owner) is not IParameterSymbol parameter
        || !parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type
            && (type.IsOurs(WellKnownNames.Tag) || (WellKnownNames.IdentityRoles.ContainsKey(type.Name) && type.IsOurs(type.Name))));

    public static void Put(Edits edits, SemanticModel model, SyntaxNode owner, string mark)
    {
        string name = edits.AttributeName(model, owner.SpanStart, mark);
        switch (owner)
        {
            case ParameterSyntax parameter:
                edits.AddAttribute(parameter, parameter.AttributeLists, name);
                break;
            case PropertyDeclarationSyntax property:
                edits.AddAttribute(property, property.AttributeLists, name);
                break;
            case MethodDeclarationSyntax method:
                edits.AddAttribute(method, method.AttributeLists, "return: " + name);
                break;
        }
    }

    /// <summary>How a person calls it in a sentence.</summary>
    public static string NameOf(SyntaxNode owner) => owner switch
    {
        ParameterSyntax parameter => $"'{parameter.Identifier.ValueText}'",
        PropertyDeclarationSyntax property => $"'{property.Identifier.ValueText}'",
        MethodDeclarationSyntax method => $"what '{method.Identifier.ValueText}' returns",
        _ => "it",
    };
}
