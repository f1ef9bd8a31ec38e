using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2015: an agent with some observed methods has others that do its work unseen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentIsPartlyObservedAnalyzer : ObserveAnalyzer
{
    private const int MostNames = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.PartlyObserved];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        ImmutableHashSet<string> observed = ObservedNames.In(context.Compilation, context.CancellationToken);
        context.RegisterSyntaxNodeAction(
            node => Analyze(node, (TypeDeclarationSyntax)node.Node, observed),
            SyntaxKind.ClassDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.RecordStructDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, TypeDeclarationSyntax syntax, ImmutableHashSet<string> observed)
    {
        if (!syntax.Members.OfType<MethodDeclarationSyntax>().Any(ObservedDeclaration.MayBeAgent)
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } type)
        {
            return;
        }

        List<IMethodSymbol> methods = [.. type.GetMembers().OfType<IMethodSymbol>()];
        if (methods.FirstOrDefault(IsAgent)?.Locations is not [var first, ..]
            || first.SourceTree != syntax.SyntaxTree
            || !syntax.Span.Contains(first.SourceSpan))
        {
            return; // a part of the type says it already
        }

        List<IMethodSymbol> unobserved = [.. methods.Where(AgentMethods.IsUnobservedWork).Where(method => !IsObservedInside(context, method, observed))];
        if (unobserved.Count > 0)
        {
            int all = unobserved.Count + methods.Count(static method => AgentMethods.IsPublic(method) && RunStarts.IsObserved(method));
            string names = string.Join(", ", unobserved.Take(MostNames).Select(static method => method.Name));
            context.Report(
                FlowRules.PartlyObserved, syntax.Identifier, unobserved.Count, all, type.Name, unobserved.Count > MostNames ? names + ", …" : names);
        }
    }

    private static bool IsAgent(IMethodSymbol method) => ScopeAttribute.Of(method).Any(static scope => scope.Kind == ScopeKind.Run);

    // It hands the work on to an observed method, or begins a run by hand. In another file the name has to do.
    private static bool IsObservedInside(SyntaxNodeAnalysisContext context, IMethodSymbol method, ImmutableHashSet<string> observed) =>
        AgentMethods.CallsIn(method, context.CancellationToken).Any(call =>
            CalledName.Of(call) is { } name
            && (observed.Contains(name) || RunStarts.IsNameByHand(name))
            && (call.SyntaxTree != context.Node.SyntaxTree
                || (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol called && RunStarts.Is(called))));
}
