using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2011: a field outlives the run whose context it keeps, and is shared with the runs beside it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunContextIsKeptAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ContextOutlivesRun];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        ImmutableHashSet<string> holders = ContextHolders.In(context.Compilation, context.CancellationToken);
        if (!holders.IsEmpty)
        {
            context.RegisterSyntaxNodeAction(
                node => Analyze(node, (AssignmentExpressionSyntax)node.Node, holders),
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxKind.CoalesceAssignmentExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment, ImmutableHashSet<string> holders)
    {
        if (CalledName.NameOf(assignment.Left) is { Identifier: var name }
            && holders.Contains(name.ValueText)
            && assignment.Parent is not InitializerExpressionSyntax
            && EnclosingFunction.Of(assignment) is { } function
            && !IsCleared(function, name.ValueText)
            && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is { } holder
            && (holder is IFieldSymbol field ? field.Type : (holder as IPropertySymbol)?.Type).IsOurs(WellKnownNames.RunContext)
            && (holder.IsStatic || !IsNewObject(context, assignment.Left, function))
            && ContextSource.IsOfThisRun(assignment.Right, context.SemanticModel, context.CancellationToken))
        {
            context.Report(
                FlowRules.ContextOutlivesRun, name, name.ValueText, "keeps a RunContext", "hand it on as a parameter, or use RunContext.Current");
        }
    }

    // An object that is made for one run may keep its context: it gets it in its constructor, or is a local variable.
    private static bool IsNewObject(SyntaxNodeAnalysisContext context, ExpressionSyntax left, SyntaxNode function) =>
        function is ConstructorDeclarationSyntax
        || (left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
            && context.SemanticModel.GetSymbolInfo(receiver, context.CancellationToken).Symbol is ILocalSymbol);

    private static bool IsCleared(SyntaxNode function, string name) => EnclosingFunction.AllNodes(function)
        .OfType<AssignmentExpressionSyntax>()
        .Any(assignment => CalledName.NameOf(assignment.Left)?.Identifier.ValueText == name
            && assignment.Right.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression);
}
