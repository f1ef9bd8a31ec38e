using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Editing;

/// <summary>States that the text of a file goes through while it is typed.</summary>
internal static class BrokenText
{
    private const int Step = 50;

    /// <summary>The beginnings of a text: one at every fiftieth character.</summary>
    public static IEnumerable<string> Beginnings(string source)
    {
        for (int length = Step; length < source.Length; length += Step)
        {
            yield return source[..length];
        }
    }

    /// <summary>The beginnings that end where the parser changes its mind: behind brackets, commas, dots and arrows.</summary>
    public static IEnumerable<string> BeginningsOfTokens(string source) =>
        Tokens(source)
            .Where(static token => token.Kind() is SyntaxKind.OpenBracketToken or SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.DotToken
                or SyntaxKind.EqualsGreaterThanToken or SyntaxKind.LessThanToken or SyntaxKind.OpenBraceToken or SyntaxKind.PartialKeyword
                or SyntaxKind.EqualsToken or SyntaxKind.QuestionToken or SyntaxKind.ColonToken)
            .Select(token => source[..token.Span.End]);

    /// <summary>The text without one to three of its tokens.</summary>
    public static string WithHoles(string source, Random random)
    {
        for (int holes = random.Next(1, 4); holes > 0; holes--)
        {
            SyntaxToken[] tokens = [.. Tokens(source)];
            SyntaxToken token = tokens[random.Next(tokens.Length)];
            source = source.Remove(token.SpanStart, token.Span.Length);
        }

        return source;
    }

    /// <summary>The text with one token in another's place.</summary>
    public static string Mixed(string source, Random random)
    {
        SyntaxToken[] tokens = [.. Tokens(source)];
        SyntaxToken token = tokens[random.Next(tokens.Length)];
        return source.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, tokens[random.Next(tokens.Length)].Text);
    }

    private static IEnumerable<SyntaxToken> Tokens(string source) =>
        CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0);
}
