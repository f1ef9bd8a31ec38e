using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>All rules, and how one is described.</summary>
internal static class RuleBook
{
    private const string Pages = "https://github.com/observe-dotnet/observe/blob/main/analyzers/Observe.Generators/Rules/";

    /// <summary>Every rule, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. ShapeRules.All.Concat(RecordingRules.All).Concat(FlowRules.All).Concat(PrivacyRules.All)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The generator cannot write code: the call would go unobserved.</summary>
    public static DiagnosticDescriptor Shape(string id, string title, string message) =>
        Describe(id, title, message, "Observe.Shape", DiagnosticSeverity.Error);

    /// <summary>Something is recorded that was not meant, or not recorded that was.</summary>
    public static DiagnosticDescriptor Use(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        Describe(id, title, message, "Observe.Use", severity);

    /// <summary>Something is recorded that should stay secret.</summary>
    public static DiagnosticDescriptor Privacy(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        Describe(id, title, message, "Observe.Privacy", severity);

    private static DiagnosticDescriptor Describe(string id, string title, string message, string category, DiagnosticSeverity severity) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
