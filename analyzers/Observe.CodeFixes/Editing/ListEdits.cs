using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Editing;

/// <summary>Removes from lists of expressions, and adds to them.</summary>
internal static class ListEdits
{
    /// <summary>Leaves some elements of a list, each with what stands between it and the one before.</summary>
    public static void KeepElements(this Edits edits, IReadOnlyList<ExpressionSyntax> elements, IReadOnlyList<ExpressionSyntax> kept)
    {
        SourceText text = elements[0].SyntaxTree.GetText();
        StringBuilder left = new();
        for (int i = 0; i < elements.Count; i++)
        {
            if (kept.Contains(elements[i]))
            {
                left.Append(left.Length == 0 ? "" : text.ToString(TextSpan.FromBounds(elements[i - 1].Span.End, elements[i].SpanStart)));
                left.Append(elements[i]);
            }
        }

        TextSpan all = TextSpan.FromBounds(elements[0].SpanStart, elements[elements.Count - 1].Span.End);
        edits.Replace(elements[0].SyntaxTree, all, left.ToString());
    }

    /// <summary>Puts an element behind the last one, in a line of its own if that has one.</summary>
    public static void AppendElement(this Edits edits, ExpressionSyntax last, string element)
    {
        bool ownLine = Layout.BeginsLine(last.SyntaxTree, last.SpanStart);
        edits.Insert(last.SyntaxTree, last.Span.End, (ownLine ? ",\n" + Layout.IndentationOf(last) : ", ") + element);
    }

    /// <summary>Gives an attribute one more argument, behind all others.</summary>
    public static void AppendArgument(this Edits edits, AttributeSyntax attribute, string argument)
    {
        if (attribute.ArgumentList is not { } list)
        {
            edits.Insert(attribute.SyntaxTree, attribute.Span.End, $"({argument})");
        }
        else
        {
            edits.Insert(attribute.SyntaxTree, list.CloseParenToken.SpanStart, (list.Arguments.Count == 0 ? "" : ", ") + argument);
        }
    }
}
