using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2020: where the compiler does not warn, this does: outside a run there is no current one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CurrentRunIsAssumedAnalyzer : ObserveAnalyzer
{
    private const string Current = "Current";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.CurrentRunAssumed];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        // A test that assumes a run is right to fail without one.
        if (!Rehearsal.Is(context.Compilation))
        {
            context.RegisterSyntaxNodeAction(
                static node => Analyze(node, (MemberAccessExpressionSyntax)node.Node), SyntaxKind.SimpleMemberAccessExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, MemberAccessExpressionSyntax current)
    {
        if (!MayBeCurrent(current) || MemberOf(current, out bool isSilenced) is not { } member)
        {
            return;
        }

        if ((isSilenced || !context.SemanticModel.GetNullableContext(current.SpanStart).WarningsEnabled())
            && context.SemanticModel.GetSymbolInfo(current, context.CancellationToken).Symbol is IPropertySymbol property
            && property.ContainingType.IsOurs(WellKnownNames.RunContext)
            && !IsAskedBefore(current))
        {
            context.Report(FlowRules.CurrentRunAssumed, current.Name, member);
        }
    }

    private static bool MayBeCurrent(MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText == Current && NameText.Of(access.Expression) == WellKnownNames.RunContext;

    private static string? MemberOf(ExpressionSyntax run, out bool isSilenced)
    {
        isSilenced = false;
        while (run.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            run = (ExpressionSyntax)run.Parent;
            isSilenced |= run is PostfixUnaryExpressionSyntax;
        }

        return run.Parent is MemberAccessExpressionSyntax member && member.Expression == run ? member.Name.Identifier.ValueText : null;
    }

    // Whoever compares it, matches it or hands it to somebody who may check it, has thought of null.
    private static bool IsAskedBefore(MemberAccessExpressionSyntax current) =>
        EnclosingFunction.Of(current) is { } function
        && EnclosingFunction.OwnNodes(function)
            .TakeWhile(node => node.SpanStart < current.SpanStart || node.Span.Contains(current.Span))
            .OfType<MemberAccessExpressionSyntax>()
            .Any(other => other != current && MayBeCurrent(other) && other.Parent is BinaryExpressionSyntax or IsPatternExpressionSyntax or ArgumentSyntax);
}
