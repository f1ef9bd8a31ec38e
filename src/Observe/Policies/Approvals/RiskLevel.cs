namespace Observe;

/// <summary>How much harm an action can do, from the least to the most. The words outside the process are the names in lower case.</summary>
public enum RiskLevel
{
    /// <summary>No harm.</summary>
    None,

    /// <summary>Little harm, easily undone.</summary>
    Low,

    /// <summary>Harm that takes effort to undo.</summary>
    Medium,

    /// <summary>Much harm.</summary>
    High,

    /// <summary>Harm that cannot be undone.</summary>
    Critical,
}
