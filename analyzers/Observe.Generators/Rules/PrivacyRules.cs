using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What would be recorded though it looks like a secret.</summary>
internal static class PrivacyRules
{
    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [];
}
