using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS3003: a text of the program looks like a key, a token or a password.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretIsInTheSourceAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PrivacyRules.SecretLiteral];

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context) =>
        context.RegisterSyntaxNodeAction(
            static node =>
            {
                // The text is all that matters: nothing is bound.
                string text = node.Node switch
                {
                    LiteralExpressionSyntax literal => literal.Token.ValueText,
                    InterpolatedStringTextSyntax part => part.TextToken.ValueText,
                    _ => "",
                };
                if (SecretLiterals.Find(text) is { } secret)
                {
                    node.Report(PrivacyRules.SecretLiteral, node.Node, secret.Phrase, secret.Head);
                }
            },
            SyntaxKind.StringLiteralExpression,
            SyntaxKind.Utf8StringLiteralExpression,
            SyntaxKind.InterpolatedStringText);
}
