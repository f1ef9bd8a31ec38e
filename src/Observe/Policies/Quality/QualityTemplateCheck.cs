using System.Text.Json;

namespace Observe;

/// <summary>A check of an output by a fixed rule.</summary>
/// <param name="Type">How the output is looked at.</param>
public sealed record QualityTemplateCheck(QualityTemplateType Type)
{
    /// <summary>The text, or the regular expression (.NET syntax). In a file: <c>value</c>, <c>pattern</c>.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whether the regular expression must match nowhere. Default: false.</summary>
    public bool Invert { get; init; }

    /// <summary>The schema; of JSON Schema, <c>type</c>, <c>required</c>, <c>enum</c>, <c>properties</c>, <c>items</c> and <c>additionalProperties: false</c> are understood.</summary>
    public JsonElement Schema { get; init; }

    /// <summary>Fewest characters. Default: null, not checked.</summary>
    public int? Min { get; init; }

    /// <summary>Most characters. Default: null, not checked.</summary>
    public int? Max { get; init; }

    /// <summary>What a failure means: <see cref="PolicyAction.Warn"/>, <see cref="PolicyAction.Block"/> (word in files: <c>error</c>) or <see cref="PolicyAction.Retry"/>. Default: warn.</summary>
    public PolicyAction Action { get; init; } = PolicyAction.Warn;

    /// <summary>What to say when it fails. Default: what failed.</summary>
    public string? Message { get; init; }
}
