using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Observe.Generators.Analysis;

/// <summary>How analyzers report.</summary>
internal static class Reporting
{
    public static void Report(this SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.GetLocation(), arguments));

    public static void Report(this SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, SyntaxToken place, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.GetLocation(), arguments));
}
