namespace Observe.Runs;

/// <summary>A scope that is recorded by hand, after the fact.</summary>
internal readonly struct NamedScope(ScopeKind kind, string? name)
{
    public ScopeKind Kind => kind;

    public string Name => name ?? "";

    /// <summary>Type of a tool; how a decision came to be recorded; else null.</summary>
    public string? Type { get; init; }

    public string[] Options { get; init; } = [];

    public CapturedValue Input { get; init; }

    public CapturedValue Output { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>When it began, in ticks of the clock; else <see cref="Duration"/> before now.</summary>
    public long? Began { get; init; }

    /// <summary>The scope around it; else the current one.</summary>
    public int? ParentId { get; init; }

    public string? Error { get; init; }
}
