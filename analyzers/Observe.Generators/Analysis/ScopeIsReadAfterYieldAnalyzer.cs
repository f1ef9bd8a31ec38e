using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2018: an iterator that the compiler has not wrapped sees, after each yield, the current run of its consumer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeIsReadAfterYieldAnalyzer : ObserveAnalyzer
{
    private const string Wrap = "or let the iterator be the body of an observed method";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ScopeAfterYield];

    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(
        static node => Analyze(node, (YieldStatementSyntax)node.Node), SyntaxKind.YieldReturnStatement);

    private static void Analyze(SyntaxNodeAnalysisContext context, YieldStatementSyntax yield)
    {
        foreach (SimpleNameSyntax name in ConsumedScope.MentionsIn(yield))
        {
            if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is { ContainingType: { } type } member
                && (type.IsOurs(WellKnownNames.RunContext) || type.IsOurs(WellKnownNames.Observer))
                && !IsWrapped(context, yield))
            {
                string advice = member.Name == "Current" ? "read it before the first yield" : "do it around the loop that consumes the iterator";
                context.Report(FlowRules.ScopeAfterYield, name, $"{type.Name}.{member.Name}", $"{advice}, {Wrap}");
            }
        }
    }

    // A body is wrapped, with the functions in it, and so is an iterator that a body hands on.
    private static bool IsWrapped(SyntaxNodeAnalysisContext context, YieldStatementSyntax yield) =>
        yield.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
        && (ObservedBody.IsOne(symbol) || IsHandedOn(context, method));

    private static bool IsHandedOn(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax iterator) =>
        iterator.Parent is TypeDeclarationSyntax type
        && type.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => CalledName.Of(call) == iterator.Identifier.ValueText
                && call.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
                && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } caller
                && context.SemanticModel.GetDeclaredSymbol(caller, context.CancellationToken) is { } symbol
                && ObservedBody.IsOne(symbol));
}
