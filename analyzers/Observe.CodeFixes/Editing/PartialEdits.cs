using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Editing;

/// <summary>Makes methods and types partial.</summary>
internal static class PartialEdits
{
    /// <summary>Makes a type and those around it partial; not a file type, which no other file can add to.</summary>
    public static void MakePartial(this Edits edits, TypeDeclarationSyntax? innermost)
    {
        for (TypeDeclarationSyntax? type = innermost; type is not null; type = type.Parent as TypeDeclarationSyntax)
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                edits.Insert(type.SyntaxTree, type.Keyword.SpanStart, "partial ");
            }
        }
    }

    /// <summary>
    /// Makes a method a partial declaration: visible to whom it was, which such a method has to say, and not <c>async</c>, which only
    /// a body is.
    /// </summary>
    public static void MakePartial(this Edits edits, MethodDeclarationSyntax method)
    {
        int behind = method.ReturnType.SpanStart;
        if (!method.Modifiers.Any(IsAccessibility))
        {
            int front = method.Modifiers.Count == 0 ? behind : method.Modifiers[0].SpanStart;
            edits.Insert(method.SyntaxTree, front, method.Parent is InterfaceDeclarationSyntax ? "public " : "private ");
        }

        foreach (SyntaxToken modifier in method.Modifiers.Where(static token => token.IsKind(SyntaxKind.AsyncKeyword)))
        {
            edits.Remove(method.SyntaxTree, TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart));
        }

        if (!method.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            edits.Insert(method.SyntaxTree, behind, "partial ");
        }
    }

    /// <summary>Whether a member stands in a type that only its own file knows; nothing can be added to it elsewhere.</summary>
    public static bool IsInFileType(SyntaxNode member) =>
        member.Ancestors().OfType<TypeDeclarationSyntax>().Any(static type => type.Modifiers.Any(SyntaxKind.FileKeyword));

    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
