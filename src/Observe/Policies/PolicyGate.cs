using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Policies;

/// <summary>Where the answers of policies become what happens to a call.</summary>
internal static class PolicyGate
{
    /// <summary>The point before a scope of a kind.</summary>
    public static PolicyPoints Before(ScopeKind kind) => (PolicyPoints)(1 << (int)kind);

    /// <summary>The points before a scope of a run: a step may be a checkpoint too.</summary>
    public static PolicyPoints Before(RunContext run, ScopeKind kind) =>
        kind == ScopeKind.Step && run.MidExecutionGovernance ? PolicyPoints.BeforeStep | PolicyPoints.Checkpoint : Before(kind);

    /// <summary>The point after a scope of a kind.</summary>
    public static PolicyPoints After(ScopeKind kind) => (PolicyPoints)(1 << ((int)kind + 16));

    /// <summary>
    /// Asks the policies before a stream is read once more, which runs its body once more. There is nothing to hand out in place of an
    /// enumerator: what would be skipped is refused. The arguments are those of the call, which is over.
    /// </summary>
    /// <exception cref="PolicyViolationException">The stream must not be read again.</exception>
    public static void AdmitAgain(RunContext run, Meter meter, OpenScope opened, ScopeDescriptor descriptor, int ordinal, bool began)
    {
        RunRecorder recorder = opened.Recorder;
        if (!recorder.IsGoverned || run.PoliciesFor(meter) is not { } policies || !policies.IsAskedAt(Before(run, descriptor.Kind)))
        {
            return;
        }

        PolicyQuestion question = new()
        {
            Run = run,
            Meter = meter,
            Points = Before(run, descriptor.Kind),
            Phase = descriptor.Kind == ScopeKind.Run ? PolicyPhase.PreExecution : PolicyPhase.MidExecution,
            Kind = descriptor.Kind,
            Name = descriptor.Name,
            ScopeId = began ? opened.ScopeId : -1,
            Descriptor = descriptor,
            ToolType = descriptor.ToolType,
            Model = descriptor.Model,
            Ordinal = ordinal,
            CanHold = began,
        };
        PolicyEvaluation evaluation = policies.Begin(question);
        evaluation.Run(CancellationToken.None);
        PolicyViolationException? refusal = evaluation.RefusalOf(question, canSkip: false);
        evaluation.Return();
        if (refusal is not null)
        {
            if (began)
            {
                opened.EndFailed(refusal);
            }

            throw refusal;
        }
    }
}
