using System.Runtime.CompilerServices;
using Observe.CompilerServices;

namespace Observe.Policies;

/// <summary>Asks the policies about a run or scope that has ended, once, before the caller gets the result.</summary>
internal sealed class AfterCall(PolicyQuestion question)
{
    private bool _isDone;
    private Redaction? _reviewed;

    /// <summary>Whether the policies have been asked, or need not be.</summary>
    public bool IsDone => _isDone || question.Run.Recorder!.WasSkipped(question.ScopeId);

    /// <summary>The same for one more enumeration of a stream, which is a scope or run of its own. It has no arguments.</summary>
    public AfterCall Again(RunContext run, Meter meter, int scopeId) =>
        new(question with { Run = run, Meter = meter, ScopeId = scopeId, Arguments = default });

    /// <summary>A call without a result has succeeded.</summary>
    /// <exception cref="PolicyViolationException">A policy does not let that pass.</exception>
    public void Accept() => Accept<object?>(null, default);

    /// <summary>A call has succeeded.</summary>
    /// <returns>The result as the caller may see it.</returns>
    /// <exception cref="PolicyViolationException">A policy does not let it pass.</exception>
    public T Accept<T>(T result, ReadOnlyMemory<byte> captured)
    {
        if (IsDone)
        {
            return Masked(result, _reviewed, ResultOf(captured));
        }

        _isDone = true;
        PolicyEvaluation evaluation = Begin(question with { Result = ResultOf(captured) });
        evaluation.Run(CancellationToken.None);
        T accepted = Take(result, evaluation);
        evaluation.Return();
        return accepted;
    }

    /// <inheritdoc cref="Accept()"/>
    public async ValueTask AcceptAsync() => await AcceptAsync<object?>(null, write: null).ConfigureAwait(false);

    /// <inheritdoc cref="Accept{T}(T, ReadOnlyMemory{byte})"/>
    public async ValueTask<T> AcceptAsync<T>(T result, CaptureValue<T>? write)
    {
        if (IsDone)
        {
            return _reviewed is null ? result : Masked(result, _reviewed, Capture(result, write));
        }

        _isDone = true;
        PolicyEvaluation evaluation = Begin(question with { Result = Capture(result, write) });
        await evaluation.RunAsync(CancellationToken.None).ConfigureAwait(false);
        return Take(result, evaluation);
    }

    /// <summary>Asks whether a result is good enough; a policy may want another attempt.</summary>
    public PolicyResult Review<T>(T result, CaptureValue<T>? write, int attempt)
    {
        PolicyEvaluation evaluation = Begin(question with { Result = Capture(result, write), Attempt = attempt });
        evaluation.Run(CancellationToken.None);
        PolicyResult verdict = evaluation.Verdict;
        _reviewed = evaluation.Redaction;
        evaluation.Return();
        return verdict;
    }

    /// <inheritdoc cref="Review{T}(T, CaptureValue{T}?, int)"/>
    public async ValueTask<PolicyResult> ReviewAsync<T>(T result, CaptureValue<T>? write, int attempt)
    {
        PolicyEvaluation evaluation = Begin(question with { Result = Capture(result, write), Attempt = attempt });
        await evaluation.RunAsync(CancellationToken.None).ConfigureAwait(false);
        _reviewed = evaluation.Redaction;
        return evaluation.Verdict;
    }

    /// <summary>The policies have been asked by the retry loop.</summary>
    public void MarkDone() => _isDone = true;

    /// <summary>A call has failed: policies are told, their answers change nothing.</summary>
    public void Failed(Exception exception)
    {
        bool neverRan = exception is PolicyViolationException violation && violation.Stopped(question.Run.Recorder!, question.ScopeId);
        if (!IsDone && !neverRan)
        {
            _isDone = true;
            Tell(question with { Phase = PolicyPhase.OnFailure, Error = exception });
        }
    }

    /// <summary>A stream has ended: policies are told, what was handed out cannot be taken back.</summary>
    public void Ended(Exception? exception)
    {
        if (exception is not null)
        {
            Failed(exception);
        }
        else if (!IsDone)
        {
            _isDone = true;
            Tell(question);
        }
    }

    private void Tell(in PolicyQuestion about)
    {
        PolicyEvaluation evaluation = Begin(about);
        evaluation.Run(CancellationToken.None);
        evaluation.Return();
    }

    /// <summary>What was captured of the return value; of a run by hand, what it has set as its result.</summary>
    private RecordedValue ResultOf(ReadOnlyMemory<byte> captured) =>
        new(captured.IsEmpty && question.IsRun ? question.Run.LastResult : captured);

    private RecordedValue Capture<T>(T result, CaptureValue<T>? write)
    {
        if (write is null)
        {
            return ResultOf(default);
        }

        CaptureWriter writer = CaptureWriter.Rent(question.Run.Recorder!.Capture);
        writer.WriteWhole(result, write);
        RecordedValue captured = new(writer.Written.ToArray());
        CaptureWriter.Return(writer);
        return captured;
    }

    private T Take<T>(T result, PolicyEvaluation evaluation)
    {
        ThrowIfBlocked(evaluation);
        return Masked(result, evaluation.Redaction, evaluation.Result);
    }

    private T Masked<T>(T result, Redaction? redaction, RecordedValue captured)
    {
        if (redaction is not null && result is string text)
        {
            return (T)(object)redaction.Apply(text, isOnly: true);
        }

        ThrowIfUnmaskable(redaction, captured);
        return result;
    }

    // What follows is not generic: native code leaves out such methods of an object that is never made, but not generic ones.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyEvaluation Begin(in PolicyQuestion about) => question.Run.PoliciesFor(question.Meter)!.Begin(about);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowIfBlocked(PolicyEvaluation evaluation)
    {
        if (evaluation.Verdict.Blocked)
        {
            throw new PolicyViolationException(evaluation.Verdict, question.Name);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowIfUnmaskable(Redaction? redaction, RecordedValue captured)
    {
        if (redaction is not null && Unmaskable.IsIn(captured.Cbor, isMember: false, redaction))
        {
            throw new PolicyViolationException(Unmaskable.Refuse(redaction, "the result"), question.Name);
        }
    }
}
