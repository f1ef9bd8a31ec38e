using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2023: handlers that answer without asking anybody are for tests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApprovalIsAutomaticAnalyzer : ObserveAnalyzer
{
    private const string Approves = "AutoApproveHandler";
    private const string Denies = "AutoDenyHandler";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ApprovalAutomatic];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (Rehearsal.Is(context.Compilation))
        {
            return;
        }

        context.RegisterSyntaxNodeAction(
            static node => Analyze(node, ((ObjectCreationExpressionSyntax)node.Node).Type), SyntaxKind.ObjectCreationExpression);
        context.RegisterSyntaxNodeAction(
            static node => AnalyzeImplicit(node, node.Node.Parent), SyntaxKind.ImplicitObjectCreationExpression);
        context.RegisterSyntaxNodeAction(static node => AnalyzeRegistration(node, (GenericNameSyntax)node.Node), SyntaxKind.GenericName);
    }

    private static void AnalyzeImplicit(SyntaxNodeAnalysisContext context, SyntaxNode? around)
    {
        TypeSyntax? type = around?.Parent switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        if (type is not null)
        {
            Analyze(context, type);
        }
    }

    // services.AddSingleton<IApprovalHandler, AutoApproveHandler>()
    private static void AnalyzeRegistration(SyntaxNodeAnalysisContext context, GenericNameSyntax name)
    {
        if (name.Identifier.ValueText is ['A', 'd', 'd', ..] or ['T', 'r', 'y', 'A', 'd', 'd', ..])
        {
            foreach (TypeSyntax type in name.TypeArgumentList.Arguments)
            {
                Analyze(context, type);
            }
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, TypeSyntax type)
    {
        if (NameText.Of(type) is Approves or Denies
            && context.SemanticModel.GetSymbolInfo(type, context.CancellationToken).Symbol is INamedTypeSymbol handler
            && (handler.IsOurs(Approves) || handler.IsOurs(Denies))
            && !Rehearsal.Is(type))
        {
            context.Report(FlowRules.ApprovalAutomatic, type, handler.Name, handler.Name == Approves ? "approves" : "denies");
        }
    }
}
