namespace Observe.Policies;

/// <summary>The words for <see cref="RiskLevel"/> outside the process.</summary>
internal static class RiskWord
{
    /// <summary>The level, or null for a word that is none.</summary>
    public static RiskLevel? Read(string? word) => word switch
    {
        "none" => RiskLevel.None,
        "low" => RiskLevel.Low,
        "medium" => RiskLevel.Medium,
        "high" => RiskLevel.High,
        "critical" => RiskLevel.Critical,
        _ => null,
    };
}
