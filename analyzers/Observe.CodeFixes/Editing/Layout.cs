using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Editing;

/// <summary>How the user lays out a document: line ends, indentation.</summary>
internal static class Layout
{
    private const string Unit = "    ";

    /// <summary>The text with the line ends of a document.</summary>
    public static string WithLineBreaksOf(SourceText document, string text)
    {
        string plain = text.Replace("\r\n", "\n");
        TextLine first = document.Lines[0];
        return first.EndIncludingLineBreak - first.End == 2 ? plain.Replace("\n", "\r\n") : plain;
    }

    /// <summary>The white space with which the line of a position begins.</summary>
    public static string IndentationAt(SyntaxTree tree, int position)
    {
        SourceText text = tree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(position);
        int end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>The indentation of the line that a node begins in.</summary>
    public static string IndentationOf(SyntaxNode node) => IndentationAt(node.SyntaxTree, node.SpanStart);

    /// <summary>What one more level of indentation is where this member stands.</summary>
    public static string UnitAt(SyntaxNode node)
    {
        MemberDeclarationSyntax? member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member?.Parent is TypeDeclarationSyntax type)
        {
            string inner = IndentationOf(member);
            string outer = IndentationOf(type);
            if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal))
            {
                return inner.Substring(outer.Length);
            }
        }

        return Unit;
    }

    /// <summary>Whether nothing but white space stands before a position in its line.</summary>
    public static bool BeginsLine(SyntaxTree tree, int position)
    {
        SourceText text = tree.GetText();
        return IsBlank(text, text.Lines.GetLineFromPosition(position).Start, position);
    }

    /// <summary>The end of a node's last line before its line break: behind a comment that stands there.</summary>
    public static int EndOfLine(SyntaxNode node) => node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.Span.End) is var line
        && node.FullSpan.End >= line.End
            ? line.End
            : node.Span.End;

    /// <summary>The span with the white space behind it; the whole of its lines where nothing else stands in them.</summary>
    public static TextSpan WithLine(SyntaxTree tree, TextSpan span)
    {
        SourceText text = tree.GetText();
        int end = span.End;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        TextLine last = text.Lines.GetLineFromPosition(span.End);
        TextLine first = text.Lines.GetLineFromPosition(span.Start);
        return end == last.End && IsBlank(text, first.Start, span.Start)
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : TextSpan.FromBounds(span.Start, end == last.End ? span.End : end);
    }

    private static bool IsBlank(SourceText text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
