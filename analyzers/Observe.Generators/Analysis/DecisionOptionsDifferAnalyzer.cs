using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2025: where all that a decision can return is constant, it is what the attribute says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DecisionOptionsDifferAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.OptionsDiffer];

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (!ScopeNames.IsLikeCore(syntax.Identifier.ValueText)
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } body
            || ObservedBody.DeclarationOf(body) is not { } declaration)
        {
            return;
        }

        List<ScopeAttribute> scopes = [.. ScopeAttribute.Of(declaration)];
        ScopeAttribute scope = ScopeAttribute.Leading(scopes);
        IReadOnlyList<(SyntaxNode Place, string Option)> options =
            scope.Kind == ScopeKind.Decision ? DeclaredOptions.Of(scope.Data, context.CancellationToken) : [];
        if (options.Count > 0
            && new ReturnedTexts(context.SemanticModel, context.CancellationToken).Of(syntax) is { Count: > 0 } returned)
        {
            ReportUnknown(context, body, options, returned);

            // A fallback may return what the body does not.
            if (!scopes.Exists(static given => given.Data.NamedArgument("FallbackTo") is not null))
            {
                ReportUnused(context, body, options, returned);
            }
        }
    }

    private static void ReportUnknown(
        SyntaxNodeAnalysisContext context,
        IMethodSymbol body,
        IReadOnlyList<(SyntaxNode Place, string Option)> options,
        IReadOnlyList<(ExpressionSyntax Place, string Text)> returned)
    {
        HashSet<string> declared = [.. options.Select(static option => option.Option)];
        foreach ((ExpressionSyntax place, string text) in returned)
        {
            if (!declared.Contains(text))
            {
                context.Report(
                    RecordingRules.OptionsDiffer, place, text, $"is returned by '{body.Name}', but not declared; add it to Options");
            }
        }
    }

    private static void ReportUnused(
        SyntaxNodeAnalysisContext context,
        IMethodSymbol body,
        IReadOnlyList<(SyntaxNode Place, string Option)> options,
        IReadOnlyList<(ExpressionSyntax Place, string Text)> returned)
    {
        HashSet<string> known = [.. returned.Select(static value => value.Text)];
        foreach ((SyntaxNode place, string option) in options)
        {
            if (known.Add(option))
            {
                context.Report(
                    RecordingRules.OptionsDiffer, place, option, $"is declared, but '{body.Name}' never returns it; remove or return it");
            }
        }
    }
}
