using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;

namespace Observe.Generators.Analysis;

/// <summary>
/// Silences advice about the signature of a body: its return type and parameters are those of the observed declaration, so the user
/// cannot follow it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodySignatureIsGivenSuppressor : DiagnosticSuppressor
{
    private const string Reason = "The signature of the body is that of the observed declaration.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_byAdvice = new[]
    {
        new SuppressionDescriptor("OBSS0001", "CA1859", Reason), // a more specific return type would be faster
        new SuppressionDescriptor("OBSS0002", "CA1801", Reason), // a parameter is not used
        new SuppressionDescriptor("OBSS0003", "IDE0060", Reason), // a parameter is not used
    }.ToImmutableDictionary(static descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. s_byAdvice.Values];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic advice in context.ReportedDiagnostics)
        {
            if (MethodAt(advice.Location, context) is { } method && ObservedBody.IsOne(method))
            {
                context.ReportSuppression(Suppression.Create(s_byAdvice[advice.Id], advice));
            }
        }
    }

    // The advice points at the method's name, its return type or a parameter: all lie inside the declaration.
    private static IMethodSymbol? MethodAt(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan);
        return node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            ? context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken)
            : null;
    }
}
