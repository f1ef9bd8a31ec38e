namespace Observe.Generators.Model;

/// <summary>A parameter that plays a role besides being an argument.</summary>
internal sealed record RoleValue
{
    /// <summary>Property of the identity, key of the tag or key of the metadata.</summary>
    public required string Key { get; init; }

    /// <summary>The expression that reads the parameter.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the value is text already.</summary>
    public required bool IsText { get; init; }

    /// <summary>How the value is written; for metadata only.</summary>
    public required ValueShape? Capture { get; init; }
}
