namespace Observe.Generators.Parsing;

/// <summary>What the user's attributes say about a value, the strictest last.</summary>
internal enum PrivacyLevel
{
    Open,

    /// <summary>A mask is written.</summary>
    Masked,

    /// <summary>Not even the name is written.</summary>
    LeftOut,
}
