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
            || DecisionOf(body) is not { } decision)
        {
            return;
        }

        IReadOnlyList<(SyntaxNode Place, string Option)> options = DeclaredOptions.Of(decision.Data, context.CancellationToken);
        if (options.Count > 0
            && new ReturnedTexts(context.SemanticModel, context.CancellationToken).Of(syntax) is { Count: > 0 } returned)
        {
            Compare(context, body, options, returned);
        }
    }

    private static void Compare(
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
                context.Report(RecordingRules.OptionsDiffer, place, text, $"is returned by '{body.Name}', but not declared; add it to Options");
            }
        }

        // A fallback may return what the body does not.
        if (HasFallback(body))
        {
            return;
        }

        HashSet<string> known = [.. returned.Select(static value => value.Text)];
        foreach ((SyntaxNode place, string option) in options)
        {
            if (known.Add(option))
            {
                context.Report(RecordingRules.OptionsDiffer, place, option, $"is declared, but '{body.Name}' never returns it; remove it, or return it");
            }
        }
    }

    /// <summary>The decision that this method is the body of; null where overloads make it uncertain.</summary>
    private static ScopeAttribute? DecisionOf(IMethodSymbol body)
    {
        List<IMethodSymbol> declarations = [.. ObservedBody.DeclarationsOf(body)];
        if (declarations.Count != 1 || body.ContainingType.GetMembers(body.Name).Length != 1)
        {
            return null;
        }

        ScopeAttribute scope = ScopeAttribute.Leading([.. ScopeAttribute.Of(declarations[0])]);
        return scope.Kind == ScopeKind.Decision ? scope : null;
    }

    private static bool HasFallback(IMethodSymbol body) =>
        ObservedBody.DeclarationsOf(body).SelectMany(ScopeAttribute.Of).Any(static scope => scope.Data.NamedArgument("FallbackTo") is not null);
}
