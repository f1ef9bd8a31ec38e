using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Observe.Policies;
using Observe.Runs;

namespace Observe.CompilerServices;

public ref partial struct ObservedCall
{
    /// <summary>
    /// Asks the policies, on this thread, whether the body may be called. Without policies it says yes at once.
    /// </summary>
    /// <param name="admission">What else they say, when the answer is not simply "go on".</param>
    /// <param name="cancellationToken">Ends the wait for an answer.</param>
    /// <returns>True to go on.</returns>
    /// <exception cref="PolicyViolationException">The call is refused.</exception>
    public bool AdmitNow([NotNullWhen(false)] out Admission? admission, CancellationToken cancellationToken = default)
    {
        admission = null;
        return !_isGoverned || AskNow(out admission, cancellationToken);
    }

    /// <summary>
    /// Asks the policies whether the body may be called. Without policies it says yes at once. It never throws: a refusal is what
    /// awaiting the admission throws.
    /// </summary>
    /// <param name="admission">What else they say, or will say, when the answer is not simply "go on" and there already.</param>
    /// <param name="cancellationToken">Ends the wait for an answer.</param>
    /// <returns>True to go on.</returns>
    public bool TryAdmit([NotNullWhen(false)] out Admission? admission, CancellationToken cancellationToken = default)
    {
        admission = null;
        return !_isGoverned || Ask(out admission, cancellationToken);
    }

    /// <summary>A token that is cancelled when the call takes longer than the method's budget of time allows.</summary>
    /// <param name="cancellationToken">The method's own token, which cancels the new one.</param>
    public readonly CancellationToken Limit(CancellationToken cancellationToken) =>
        _recorder is null ? cancellationToken : DurationLimit.Start(_run, _scopeId, _descriptor!, cancellationToken);

    // The rare rest of Enter: out of line, so that it does not grow the code of every step.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterWithMore()
    {
        Meter meter = _recorder!;
        if (!IsRun)
        {
            Meter outer = Ambient.MeterOf(_previous) ?? meter;
            outer.CountUpTo(_recorder!, _descriptor!.Kind);
            meter = _descriptor.IsGuarded
                ? new Meter(outer, outer.Guard?.Inside(_descriptor) ?? _descriptor.OutermostGuard)
                : outer;
            _recorder!.IsGoverned |= _descriptor.IsGuarded;
        }

        ScopeKind kind = _descriptor?.Kind ?? ScopeKind.Run;
        PolicySet? policies = _run.PoliciesFor(meter);
        _isGoverned = policies is not null && policies.IsAskedAt(PointsBefore(kind));
        bool isAskedAfter = _scopeId != NotRecorded && policies is not null && policies.IsAskedAt(PolicyGate.After(kind));
        LlmReport? around = !IsRun && _descriptor is not { Leaf: true } && _previous is ScopeAmbient outerScope ? outerScope.InnermostLlm : null;
        if (isAskedAfter || around is not null || _descriptor is { HasMore: true } || !ReferenceEquals(meter, _recorder))
        {
            LlmReport? llm = kind == ScopeKind.LlmCall ? Llm : null;
            _scope = new ScopeAmbient(_run, Math.Max(_scopeId, 0), meter, llm)
            {
                LlmAround = around,
                After = isAskedAfter ? policies!.After(Question(meter, PolicyGate.After(kind), PolicyPhase.PostExecution, canHold: false) with { Arguments = Kept() }) : null,
            };
            llm?.Begin(_run, _scopeId, meter);
        }

        if (!_isGoverned)
        {
            ReturnWriter();
        }

        if ((_descriptor is not { Leaf: true } || _scope is not null) && (_scopeId != NotRecorded || IsRun))
        {
            _isCurrent = true;
            _swap.Enter(_previous, _scope ?? new Ambient(_run, Math.Max(_scopeId, 0)));
        }
    }

    /// <summary>A copy of the arguments for whoever looks at the result.</summary>
    private readonly RecordedValue Kept() => _writer is null ? default : new RecordedValue(_writer.Written.ToArray());

    private readonly PolicyPoints PointsBefore(ScopeKind kind) =>
        kind == ScopeKind.Step && _run.MidExecutionGovernance ? PolicyPoints.BeforeStep | PolicyPoints.Checkpoint : PolicyGate.Before(kind);

    private bool AskNow(out Admission? admission, CancellationToken cancellationToken)
    {
        PolicyQuestion question = Before();
        PolicyEvaluation evaluation = _run.PoliciesFor(question.Meter)!.Begin(question);
        PolicyViolationException? refusal;
        try
        {
            evaluation.Run(cancellationToken);
            refusal = Answer(evaluation, question, out admission);
            evaluation.Return();
        }
        finally
        {
            ReturnWriter(); // also when the wait was cancelled: what comes next in it would be the result
        }

        if (refusal is not null)
        {
            throw refusal;
        }

        return admission is null;
    }

    private bool Ask(out Admission? admission, CancellationToken cancellationToken)
    {
        PolicyQuestion question = Before();
        PolicyEvaluation evaluation = _run.PoliciesFor(question.Meter)!.Begin(question);
        ValueTask pending = evaluation.RunAsync(cancellationToken);
        if (!pending.IsCompleted)
        {
            // Whoever is asked may go on looking at the arguments: their bytes are not for the next call on this thread.
            if (_writer is not null)
            {
                CaptureWriter.Detach(_writer);
                _writer = null;
            }

            admission = evaluation.Awaited(pending, question, CanSkip);
            ReleaseWhenNotRecorded(evaluation.Verdict);
            return false;
        }

        ReturnWriter();
        if (pending.IsFaulted || pending.IsCanceled)
        {
            admission = evaluation.Awaited(pending, question, canSkip: false);
            return false;
        }

        if (Answer(evaluation, question, out admission) is { } refusal)
        {
            admission = evaluation.Awaited(ValueTask.FromException(refusal), question, canSkip: false);
        }

        evaluation.Return();
        return admission is null;
    }

    private readonly PolicyViolationException? Answer(PolicyEvaluation evaluation, in PolicyQuestion question, out Admission? admission)
    {
        admission = null;
        ReleaseWhenNotRecorded(evaluation.Verdict);
        if (evaluation.RefusalOf(question, CanSkip) is { } refusal)
        {
            return refusal;
        }

        if (evaluation.Redaction is not null || evaluation.Verdict.Action == PolicyAction.Skip)
        {
            admission = evaluation.Admitted(question);
        }

        return null;
    }

    /// <summary>
    /// What found no room in the buffer has no end either: nothing may be held for it. A call of a language model still counts, as one
    /// whose use is unknown.
    /// </summary>
    private readonly void ReleaseWhenNotRecorded(PolicyResult verdict)
    {
        if (_scopeId == NotRecorded)
        {
            if (_llm is not null && verdict.Allowed)
            {
                LlmUsage unknown = new() { Model = _llm.ModelBefore ?? _descriptor!.Model ?? "", Provider = "" };
                _run.PoliciesFor(_scope!.Meter)?.Charge(_run, NotRecorded, _scope.Meter, unknown);
            }

            _recorder!.ReleaseHolds(NotRecorded);
        }
    }

    private readonly PolicyQuestion Before()
    {
        ScopeKind kind = _descriptor?.Kind ?? ScopeKind.Run;
        return Question(
            _scope?.Meter ?? _recorder!,
            PointsBefore(kind),
            kind == ScopeKind.Run ? PolicyPhase.PreExecution : PolicyPhase.MidExecution,
            canHold: true);
    }

    private readonly PolicyQuestion Question(Meter meter, PolicyPoints points, PolicyPhase phase, bool canHold)
    {
        RecordedValue arguments = canHold && _writer is not null ? new RecordedValue(_writer.WrittenMemory) : default;
        return new PolicyQuestion
        {
            Run = _run,
            Meter = meter,
            Points = points,
            Phase = phase,
            Kind = _descriptor?.Kind ?? ScopeKind.Run,
            Name = _descriptor?.Name ?? _run.Agent,
            ScopeId = _scopeId,
            Descriptor = _descriptor,
            ToolType = _descriptor?.ToolType,
            Model = _llm?.ModelBefore ?? _descriptor?.Model ?? (_descriptor?.Roles?.Model is { } role ? arguments.GetText(role) : null),
            Arguments = arguments,
            Ordinal = canHold ? _ordinal : 0,
            CanHold = canHold,
        };
    }

    private void EndChecked(AfterCall after)
    {
        try
        {
            after.Accept();
        }
        catch (Exception exception) when (Failed(exception))
        {
            throw;
        }
        finally
        {
            End();
        }
    }
}
