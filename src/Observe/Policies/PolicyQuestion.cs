using Observe.CompilerServices;

namespace Observe.Policies;

/// <summary>What policies are asked about: the engine's side of a <see cref="PolicyContext"/>.</summary>
internal readonly struct PolicyQuestion
{
    public required RunContext Run { get; init; }

    /// <summary>Counts for the innermost guarded call, or the run.</summary>
    public required Meter Meter { get; init; }

    public required PolicyPoints Points { get; init; }

    public required PolicyPhase Phase { get; init; }

    public required ScopeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The scope that the answers are recorded for; 0 is the run.</summary>
    public required int ScopeId { get; init; }

    /// <summary>The attributed method, or null for what is done by hand.</summary>
    public ScopeDescriptor? Descriptor { get; init; }

    public string? ToolType { get; init; }

    public string? Model { get; init; }

    public RecordedValue Arguments { get; init; }

    public RecordedValue Result { get; init; }

    public Exception? Error { get; init; }

    /// <summary>Which scope of its kind it is in its run, from 1; 0 for what has not been counted.</summary>
    public int Ordinal { get; init; }

    /// <summary>Which attempt of a repeated call has ended, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether something begins that policies can hold something for.</summary>
    public bool CanHold { get; init; }

    /// <summary>Whether the scope that begins or has ended is <see cref="Run"/> itself.</summary>
    public bool IsRun => Kind == ScopeKind.Run;
}
