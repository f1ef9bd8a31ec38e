using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What goes wrong between observed methods and the code that calls them: lifetimes, threads, exceptions.</summary>
internal static class FlowRules
{
    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [];
}
