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
        _isGoverned = policies is not null && policies.IsAskedAt(PolicyGate.Before(_run, kind));
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

    private bool AskNow(out Admission? admission, CancellationToken cancellationToken)
    {
        PolicyQuestion question = Before();
        PolicyEvaluation evaluation = _run.PoliciesFor(question.Meter)!.Begin(question);
        bool isRefused = true;
        try
        {
            evaluation.Run(cancellationToken);
            PolicyViolationException? refusal = Answer(evaluation, question, out admission);
            evaluation.Return();
            if (refusal is not null)
            {
                throw refusal;
            }

            isRefused = false;
        }
        finally
        {
            ReturnWriter(); // also when the wait was cancelled: what comes next in it would be the result
            evaluation.Answered(question, isRefused);
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
        else
        {
            evaluation.Answered(question, isRefused: false);
        }

        evaluation.Return();
        return admission is null;
    }

    private readonly PolicyViolationException? Answer(PolicyEvaluation evaluation, in PolicyQuestion question, out Admission? admission)
    {
        admission = null;
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

    private readonly PolicyQuestion Before()
    {
        ScopeKind kind = _descriptor?.Kind ?? ScopeKind.Run;
        return Question(
            _scope?.Meter ?? _recorder!,
            PolicyGate.Before(_run, kind),
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

    private T Accept<T>(AfterCall after, T result, CaptureValue<T>? write)
    {
        _llm?.Answered();
        T accepted = after.Accept(result, _writer is null ? default : _writer.WrittenMemory);
        if (_writer is not null && accepted is string text && !ReferenceEquals(text, result))
        {
            ReturnWriter();
            _writer = CaptureWriter.Rent(_recorder!.Capture);
            _writer.WriteWhole(accepted, write!);
        }

        return accepted;
    }

    private void EndChecked(AfterCall after)
    {
        try
        {
            _llm?.Answered();
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
