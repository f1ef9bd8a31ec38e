using Observe.CompilerServices;
using Observe.Policies;

namespace Observe.Runs;

/// <summary>
/// What is current in a scope that has more to it than its number: policies of its own or of a guarded call around it, policies to be
/// asked after it, or a call of a language model that it is or lies in.
/// </summary>
internal sealed class ScopeAmbient(RunContext run, int scopeId, Meter meter, LlmReport? llm) : Ambient(run, scopeId)
{
    /// <summary>Counts for the innermost guarded call, or the run.</summary>
    public Meter Meter => meter;

    /// <summary>The call of a language model that this scope is; else null.</summary>
    public LlmReport? Llm => llm;

    /// <summary>The call of a language model that this scope lies in; null when there is none.</summary>
    public LlmReport? LlmAround { get; init; }

    /// <summary>The call of a language model that this scope is, or else lies in.</summary>
    public LlmReport? InnermostLlm => llm ?? LlmAround;

    /// <summary>The policies to be asked after it; null when none wants to be.</summary>
    public AfterCall? After { get; init; }

    /// <summary>Whether the result is looked at before the caller gets it.</summary>
    public bool NeedsResult => After is not null || llm is not null;

    /// <summary>The same for one more enumeration of a stream, which is a scope of its own.</summary>
    public ScopeAmbient ForEnumeration(int further) => new(Run!, Math.Max(further, 0), meter, llm?.Again(further))
    {
        LlmAround = LlmAround,
        After = further < 0 ? null : After?.Again(Run!, meter, further),
    };
}
