using System.Runtime.CompilerServices;
using Observe.CompilerServices;

namespace Observe.Policies;

/// <remarks>
/// What follows from the answers is made here and not by those who ask: only where a policy can exist is there an evaluation, and a
/// native program without one then carries neither refusals nor waits along. Inlined, they would be in every caller.
/// </remarks>
internal sealed partial class PolicyEvaluation
{
    /// <summary>The exception that keeps a call from being made; null when it may be made, or is skipped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public PolicyViolationException? RefusalOf(in PolicyQuestion question, bool canSkip)
    {
        PolicyResult verdict = Verdict;
        if (Redaction is { } redaction && question.Descriptor is not null && Unmaskable.IsIn(question.Arguments.Cbor, question.Descriptor, redaction))
        {
            verdict = Unmaskable.Refuse(redaction, "an argument");
        }

        return verdict.Blocked || (verdict.Action == PolicyAction.Skip && !canSkip)
            ? new PolicyViolationException(verdict, question.Name, question.Run.Recorder!, question.ScopeId)
            : null;
    }

    /// <summary>The call may be made, or is skipped: what is left to say about that.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Admission Admitted(in PolicyQuestion question) => new(this, question);

    /// <summary>The answers are not all there yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Admission Awaited(ValueTask pending, in PolicyQuestion question, bool canSkip) => new(pending, this, question, canSkip);

    /// <summary>
    /// What found no room in the buffer has no end either: nothing may be held for it. A call of a language model still counts, as one
    /// whose use is unknown.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Answered(in PolicyQuestion question, bool isRefused)
    {
        if (question.ScopeId >= 0)
        {
            return;
        }

        if (!isRefused && Verdict.Allowed && question.Kind == ScopeKind.LlmCall)
        {
            LlmUsage unknown = new() { Model = question.Model ?? "", Provider = "" };
            question.Run.PoliciesFor(question.Meter)?.Charge(question.Run, question.ScopeId, question.Meter, unknown);
        }

        question.Run.Recorder!.ReleaseHolds(question.ScopeId);
    }
}
