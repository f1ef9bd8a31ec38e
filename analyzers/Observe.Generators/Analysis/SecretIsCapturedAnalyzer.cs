using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS3001 and OBS3002: what looks like a secret, by name or by type, is captured with an observed call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretIsCapturedAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PrivacyRules.SecretName, PrivacyRules.SecretType];

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        SuspiciousMembers suspicious = new();
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (ObservedCapture.MayBeOne((MethodDeclarationSyntax)node.Node)
                    && node.ContainingSymbol is IMethodSymbol method
                    && ObservedCapture.Of(node.Compilation, method, node.CancellationToken) is { } declaration)
                {
                    new CapturedSecrets(declaration, node, suspicious).Report();
                }
            },
            SyntaxKind.MethodDeclaration);
    }
}
