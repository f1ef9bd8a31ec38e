using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What goes wrong where runs are recorded by hand, or described by constants.</summary>
internal static class RecordingRules
{
    public static readonly DiagnosticDescriptor PolicyResultIgnored = RuleBook.Use(
        "OBS2009",
        "A policy's answer is looked at",
        "The answer of '{0}' is not looked at, so nothing is stopped; test Allowed or Blocked");

    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [PolicyResultIgnored];
}
