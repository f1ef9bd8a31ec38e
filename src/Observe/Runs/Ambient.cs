using System.Runtime.CompilerServices;
using Observe.Policies;

namespace Observe.Runs;

/// <summary>
/// What is current in a flow of control: a run and, in it, a scope. One immutable object for each scope, never reused: work that
/// outlives its scope still finds its own one here, not whatever a pool has made of it since.
/// </summary>
internal class Ambient(RunContext? run, int scopeId)
{
    private static readonly AsyncLocal<Ambient?> s_current = new();

    public static Ambient? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>The run, or null where only an observer has been made current.</summary>
    public RunContext? Run { get; } = run;

    /// <summary>The scope; 0 is the run itself.</summary>
    public int ScopeId { get; } = scopeId;

    /// <summary>Counts for the innermost guarded call, or for the run; null outside a run that records.</summary>
    public static Meter? MeterOf(Ambient? current) => current is ScopeAmbient scope ? scope.Meter : current?.Run?.Recorder;
}
