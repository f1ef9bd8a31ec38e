using System.Text.Json.Serialization;

namespace Observe;

/// <summary>What a <see cref="ReasoningAttribute"/> method may return: a thought, what speaks for it, and what follows.</summary>
/// <param name="Text">The thought.</param>
/// <param name="Evidence">What speaks for it. Default: nothing.</param>
/// <param name="Conclusion">What follows. Default: nothing.</param>
public sealed record Thought(
    [property: JsonPropertyName("thought")] string Text,
    [property: JsonPropertyName("evidence")] IReadOnlyList<string>? Evidence = null,
    [property: JsonPropertyName("conclusion")] string? Conclusion = null);
