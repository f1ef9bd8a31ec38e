using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2021: the wrapper hands the context to the body that asks for it; a parameter of the declaration is the caller's to fill.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextParameterIsNeverFilledAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ContextNeverFilled];

    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(
        static node => Analyze(node, (MethodDeclarationSyntax)node.Node), SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method)
    {
        if (!ObservedDeclaration.MayBeOne(method))
        {
            return;
        }

        foreach (ParameterSyntax parameter in method.ParameterList.Parameters)
        {
            if (parameter.Default is not null
                && NameText.Of(parameter.Type) == WellKnownNames.RunContext
                && context.SemanticModel.GetDeclaredSymbol(parameter, context.CancellationToken) is
                    { ContainingSymbol: IMethodSymbol declaration } symbol
                && symbol.Type.IsOurs(WellKnownNames.RunContext)
                && RunStarts.IsObserved(declaration))
            {
                context.Report(FlowRules.ContextNeverFilled, parameter.Identifier, symbol.Name, ScopeNames.CoreOf(declaration.Name));
            }
        }
    }
}
