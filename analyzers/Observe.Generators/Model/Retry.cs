namespace Observe.Generators.Model;

/// <summary>How often, and with what pauses, the body is called.</summary>
internal sealed record Retry
{
    /// <summary>Name of the private method that makes the attempts.</summary>
    public required string RetriedName { get; init; }

    /// <summary>The rules that differ from the default, with their literals.</summary>
    public required EquatableArray<Setting> Rules { get; init; }

    /// <summary>Types of exceptions that are worth another attempt; empty for the default.</summary>
    public required EquatableArray<string> Handles { get; init; }

    /// <summary>How the fallback is called, type arguments included; null without one.</summary>
    public required string? Fallback { get; init; }

    /// <summary>Whether the fallback's result has to be wrapped as the body's is.</summary>
    public required bool WrapsFallback { get; init; }

    /// <summary>The token that ends pauses.</summary>
    public required string Token { get; init; }

    /// <summary>Whether attempts are awaited.</summary>
    public required bool IsAsync { get; init; }
}
