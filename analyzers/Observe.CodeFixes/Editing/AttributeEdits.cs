using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Editing;

/// <summary>Adds and removes attributes.</summary>
internal static class AttributeEdits
{
    private const string Suffix = "Attribute";

    /// <summary>Removes an attribute, with its brackets where it stands alone in them.</summary>
    public static void RemoveAttribute(this Edits edits, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count == 1)
        {
            // The space behind the last of several brackets belongs to what follows them.
            bool isBehindOther = list.GetFirstToken().GetPreviousToken() is { RawKind: (int)SyntaxKind.CloseBracketToken } before
                && before.Span.End == list.SpanStart;
            edits.Remove(list.SyntaxTree, isBehindOther ? list.Span : Layout.WithLine(list.SyntaxTree, list.Span));
        }
        else
        {
            edits.RemoveElement(list.Attributes, attribute);
        }
    }

    /// <summary>Removes an element of a list with the comma that it needs no longer.</summary>
    public static void RemoveElement<T>(this Edits edits, SeparatedSyntaxList<T> list, T element)
        where T : SyntaxNode
    {
        int index = list.IndexOf(element);
        TextSpan span = list.Count == 1 ? element.Span
            : index == 0 ? TextSpan.FromBounds(element.SpanStart, list[1].SpanStart)
            : TextSpan.FromBounds(list[index - 1].Span.End, element.Span.End);
        edits.Remove(element.SyntaxTree, span);
    }

    /// <summary>Removes an argument of an attribute, with the parentheses where it was the only one.</summary>
    public static void RemoveArgument(this Edits edits, AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        if (list.Arguments.Count == 1)
        {
            edits.Remove(list);
        }
        else
        {
            edits.RemoveElement(list.Arguments, argument);
        }
    }

    /// <summary>An attribute as it is written in another place, with the using directive that it needs there.</summary>
    public static string TextElsewhere(this Edits edits, AttributeSyntax attribute, SemanticModel here, SemanticModel there, int position)
    {
        if (attribute.Name is not IdentifierNameSyntax
            || here.GetSymbolInfo(attribute).Symbol?.ContainingType
                is not { ContainingType: null, ContainingNamespace: { IsGlobalNamespace: false } container, Arity: 0, Name: var name })
        {
            return attribute.ToString();
        }

        string @namespace = container.ToDisplayString();
        string written = name.EndsWith(Suffix, StringComparison.Ordinal)
            ? edits.AttributeName(there, position, name.Substring(0, name.Length - Suffix.Length), @namespace)
            : edits.TypeName(there, position, @namespace, name);
        return $"{written}{attribute.ArgumentList}";
    }

    /// <summary>Puts an attribute on a member, in a line of its own below the others, or before a parameter.</summary>
    /// <param name="edits">Where the edit is noted.</param>
    /// <param name="owner">The member or parameter.</param>
    /// <param name="lists">Its attributes.</param>
    /// <param name="attribute">The text between the brackets.</param>
    public static void AddAttribute(this Edits edits, SyntaxNode owner, SyntaxList<AttributeListSyntax> lists, string attribute)
    {
        int position = lists.Count == 0 ? owner.SpanStart : lists.Last().GetLastToken().GetNextToken().SpanStart;
        bool ownLine = owner is MemberDeclarationSyntax && Layout.BeginsLine(owner.SyntaxTree, position);
        string behind = ownLine ? "\n" + Layout.IndentationAt(owner.SyntaxTree, position) : " ";
        edits.Insert(owner.SyntaxTree, position, $"[{attribute}]{behind}");
    }
}
