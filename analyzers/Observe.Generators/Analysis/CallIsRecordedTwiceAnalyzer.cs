using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2013: what an attribute records need not be recorded by hand; both together count twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallIsRecordedTwiceAnalyzer : CallAnalyzer
{
    // How far back a call stands of which a record "right after it" speaks.
    private const int NearbyStatements = 2;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.RecordedTwice];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => RecordedScope.KindOf(name) is not null;

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (!method.ContainingType.IsOurs(WellKnownNames.RunContext))
        {
            return;
        }

        RecordedScope recorded = new(context.SemanticModel, call, method, context.CancellationToken);
        if ((Around(context, call, recorded) ?? Beside(context, call, recorded)) is { } observed)
        {
            ScopeAttribute scope = ScopeAttribute.Leading([.. ScopeAttribute.Of(observed)]);
            string remedy = scope.Kind == ScopeKind.LlmCall
                ? "say what is known by ReportLlmCall"
                : $"leave '{method.Name}' out";
            context.Report(RecordingRules.RecordedTwice, CalledName.NameOf(call.Expression)!, scope.DisplayName, observed.Name, remedy);
        }
    }

    /// <summary>The observed method whose body the call stands in, if its attribute records the same.</summary>
    private static IMethodSymbol? Around(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, RecordedScope recorded) =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } syntax
        && ScopeNames.IsLikeCore(syntax.Identifier.ValueText)
        && context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is { } body
        && ObservedBody.DeclarationOf(body) is { } declaration
        && recorded.IsThatOf(declaration)
            ? declaration
            : null;

    /// <summary>The observed method that is called in the same statement or right before it, if its attribute records the same.</summary>
    private static IMethodSymbol? Beside(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, RecordedScope recorded)
    {
        if (recorded.Name is null || call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return null;
        }

        foreach (StatementSyntax near in NearbyStatement.UpTo(statement, NearbyStatements))
        {
            foreach (InvocationExpressionSyntax other in NearbyStatement.Calls(near))
            {
                if (other != call
                    && context.SemanticModel.GetSymbolInfo(other, context.CancellationToken).Symbol is IMethodSymbol observed
                    && recorded.HasNameOf(observed))
                {
                    return observed;
                }
            }
        }

        return null;
    }
}
