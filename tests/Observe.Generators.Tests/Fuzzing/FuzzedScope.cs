namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What makes a fuzzed method observed.</summary>
internal sealed record FuzzedScope(string Kind)
{
    /// <summary>The attributes of this library, without brackets and namespace.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    public bool IsRetried { get; init; }

    /// <summary>Whether a policy may keep the body from being called, as it would not be without.</summary>
    public bool IsBlocking { get; init; }

    public bool IsBroken { get; init; }
}
