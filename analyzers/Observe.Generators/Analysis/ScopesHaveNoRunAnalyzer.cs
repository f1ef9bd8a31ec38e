using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2014: a scope outside a run records nothing, and in this program nothing begins a run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopesHaveNoRunAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ScopesWithoutRun];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        Compilation compilation = context.Compilation;
        Lazy<AttributeSyntax?> first = new(() => RunlessScopes.First(compilation));
        context.RegisterSyntaxNodeAction(node => Analyze(node, (AttributeSyntax)node.Node, first), SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, Lazy<AttributeSyntax?> first)
    {
        if (ScopeAttribute.IsNamedAsOne(attribute)
            && first.Value is { } place
            && place.SyntaxTree == attribute.SyntaxTree
            && place.Span == attribute.Span
            && attribute.Parent?.Parent is MethodDeclarationSyntax declaration
            && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { } method
            && RunStarts.IsObserved(method))
        {
            context.Report(FlowRules.ScopesWithoutRun, attribute.Name, ScopeAttribute.Of(method).First().DisplayName);
        }
    }
}
