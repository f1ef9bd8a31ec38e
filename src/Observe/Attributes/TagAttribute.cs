namespace Observe;

/// <summary>The parameter's value, as text, becomes a tag of the current run. A null value sets no tag.</summary>
/// <param name="key">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; anything else is a build error. Default: the parameter's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TagAttribute(string? key = null) : Attribute
{
    /// <summary>Key of the tag; null means the parameter's name.</summary>
    public string? Key { get; } = key;
}
