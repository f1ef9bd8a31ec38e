using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>The numbers that are taken by hand: those outside are rejected, or make no sense, at run time.</summary>
internal static class NumberRanges
{
    /// <summary>Whether a member of this type takes such numbers.</summary>
    public static bool AreIn(INamedTypeSymbol type) =>
        type.IsOurs(WellKnownNames.RunContext) || type.IsOurs(WellKnownNames.DecisionOfT) || type.IsOurs(WellKnownNames.LlmResultOfT)
        || type.IsOurs(WellKnownNames.LlmCallByHand) || type.IsOurs(WellKnownNames.TokenUsage);

    /// <summary>Whether a parameter or member of this name has a range, by its name alone.</summary>
    public static bool Has(string name) =>
        name is "confidence" or "attempt" or "maxAttempts" or "costUsd" or "CostUsd" || name.EndsWith("Tokens", StringComparison.Ordinal);

    /// <summary>What becomes of a number outside the range, as the end of a message, or null for one inside.</summary>
    public static string? ProblemOf(string name, double value) => name switch
    {
        "confidence" => value is >= 0 and <= 1 ? null : $"is not recorded; it must be from 0 to 1{AsFraction(value)}",
        "attempt" => value >= 1 ? null : "is no attempt; they are numbered from 1",
        "maxAttempts" => value >= 1 ? null : "leaves no attempt; it must be at least 1",
        "costUsd" or "CostUsd" => value >= 0 ? null : "is not recorded; 0 is free, and null is estimated",
        _ => value >= 0 ? null : "is dropped; what is not known is null",
    };

    // Whoever says 95 means percent.
    private static string AsFraction(double value) =>
        value is > 1 and <= 100 ? $", so write {(value / 100).ToString(CultureInfo.InvariantCulture)}" : "";
}
