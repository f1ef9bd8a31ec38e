namespace Observe;

/// <summary>The parameter's value, with its structure, becomes metadata of the current run.</summary>
/// <param name="key">Key of the entry. Default: the parameter's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MetadataAttribute(string? key = null) : Attribute
{
    /// <summary>Key of the entry; null means the parameter's name.</summary>
    public string? Key { get; } = key;
}
