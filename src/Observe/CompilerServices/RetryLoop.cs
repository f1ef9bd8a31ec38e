using System.ComponentModel;
using System.Runtime.CompilerServices;
using Observe.Policies;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>The attempts of one call of a <see cref="RetryAttribute"/> method. Records them where a run is going on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetryLoop
{
    private readonly ScopeDescriptor _descriptor;
    private readonly RetryRules _rules;
    private readonly RunContext? _run;
    private readonly int _scopeId;
    private readonly AfterCall? _after;
    private readonly LlmReport? _llm;
    private readonly TimeProvider _clock;
    private readonly RetryAttempt? _outer;
    private string? _feedback;
    private TimeSpan? _asked;
    private int _attempt;
    private bool _isOver;

    /// <summary>Prepares the attempts.</summary>
    /// <param name="descriptor">The method.</param>
    public RetryLoop(ScopeDescriptor descriptor)
    {
        Ambient? current = Ambient.Current;
        _descriptor = descriptor;
        _rules = descriptor.Retry!;
        _run = current?.Run;
        _scopeId = current?.ScopeId ?? 0;
        _after = (current as ScopeAmbient)?.After;
        _llm = (current as ScopeAmbient)?.Llm;
        _clock = _run?.Recorder?.Observer.Options.TimeProvider ?? TimeProvider.System;
        _outer = RetryAttempt.Current;
    }

    private TimeSpan BreakTime => TimeSpan.FromSeconds(_rules.BreakSeconds);

    /// <summary>Begins the next attempt.</summary>
    /// <returns>False when the fallback is to be called instead.</returns>
    /// <exception cref="CircuitOpenException">The circuit is open and there is no fallback.</exception>
    public bool Begin()
    {
        if (_isOver)
        {
            RetryAttempt.Current = _outer;
            return false;
        }

        if (_attempt == 0 && !_rules.Breaker.Allows(_rules.BreakAfter, BreakTime, _clock))
        {
            Record(_attempt, "the circuit is open", "circuit_break", error: null);
            return _rules.FallbackTo is not null ? false : throw new CircuitOpenException(_descriptor.Name, BreakTime);
        }

        _attempt++;
        if (_attempt > 1)
        {
            RetryAttempt.Current = new RetryAttempt(_attempt, _feedback);
        }

        return true;
    }

    /// <summary>Exception filter of an attempt.</summary>
    /// <param name="exception">What the body threw.</param>
    /// <param name="cancellationToken">The method's token.</param>
    /// <returns>True when something else is tried; false to let the exception pass.</returns>
    public bool Failed(Exception exception, CancellationToken cancellationToken = default)
    {
        if (exception is PolicyViolationException or CircuitOpenException
            || (exception is OperationCanceledException && (cancellationToken.IsCancellationRequested || _rules.Handles is null)))
        {
            RetryAttempt.Current = _outer;
            return false;
        }

        bool isHandled = _rules.Handles?.Invoke(exception) ?? true;
        bool again = isHandled && _attempt < _rules.MaxAttempts;
        if (again)
        {
            _feedback = null;
            Record(_attempt, "failed", "retry", exception);
            return true;
        }

        bool opened = _rules.Breaker.Failed(_rules.BreakAfter, BreakTime, _clock);
        bool fallsBack = isHandled && _rules.FallbackTo is not null;
        string strategy = fallsBack ? "fallback" : opened ? "circuit_break" : "retry";
        Record(_attempt, isHandled ? "failed for the last time" : "failed with what is not retried", strategy, exception);
        _isOver = true;
        if (!fallsBack)
        {
            RetryAttempt.Current = _outer;
        }

        return fallsBack;
    }

    /// <summary>Waits for an attempt, with the context of the caller. Awaiting it throws nothing.</summary>
    /// <param name="attempt">What the body returned.</param>
    public static ConfiguredTaskAwaitable Settled(Task attempt) =>
        attempt.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>An attempt has failed or was cancelled.</summary>
    /// <param name="attempt">What the body returned.</param>
    /// <param name="cancellationToken">The method's token.</param>
    /// <returns>True when something else is tried; false to hand out the attempt as it is.</returns>
    public bool Failed(Task attempt, CancellationToken cancellationToken = default) => Failed(TaskFailure.Of(attempt), cancellationToken);

    /// <summary>An attempt without a result has succeeded.</summary>
    /// <returns>True to go back to the caller; false when a policy wants another attempt.</returns>
    public bool Accepts() => Accepts<object?>(null, write: null);

    /// <summary>An attempt has succeeded.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    /// <returns>True to go back to the caller; false when a policy wants another attempt.</returns>
    public bool Accepts<T>(T result, CaptureValue<T>? write)
    {
        PolicyResult verdict = MayReview ? _after!.Review(result, write, _attempt) : PolicyResult.Allow;
        return Take(verdict);
    }

    /// <inheritdoc cref="Accepts()"/>
    public ValueTask<bool> AcceptsAsync() => AcceptsAsync<object?>(null, write: null);

    /// <inheritdoc cref="Accepts{T}(T, CaptureValue{T}?)"/>
    public ValueTask<bool> AcceptsAsync<T>(T result, CaptureValue<T>? write) =>
        MayReview ? ReviewAsync(result, write) : new(Take(PolicyResult.Allow));

    private async ValueTask<bool> ReviewAsync<T>(T result, CaptureValue<T>? write) =>
        Take(await _after!.ReviewAsync(result, write, _attempt).ConfigureAwait(false));

    private bool Take(PolicyResult verdict)
    {
        _llm?.Answered();
        if (verdict.ShouldRetry && _attempt < _rules.MaxAttempts)
        {
            _feedback = verdict.Feedback;
            _asked = verdict.RetryAfter;
            Record(_attempt, verdict.Reason, "retry", error: null);
            return false;
        }

        _rules.Breaker.Succeeded();
        RetryAttempt.Current = _outer;
        if (MayReview)
        {
            _after!.MarkDone();
            if (verdict.Blocked)
            {
                throw new PolicyViolationException(verdict, _descriptor.Name);
            }
        }

        return true;
    }

    /// <summary>The pause before the next attempt.</summary>
    /// <param name="cancellationToken">Ends the pause with an <see cref="OperationCanceledException"/>.</param>
    public void Wait(CancellationToken cancellationToken = default)
    {
        try
        {
            Pause.For(NextPause(), _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            RetryAttempt.Current = _outer; // the attempts are over, and this thread goes on with something else
            throw;
        }
    }

    /// <summary>The pause before the next attempt.</summary>
    /// <param name="cancellationToken">Ends the pause with an <see cref="OperationCanceledException"/>.</param>
    public Task WaitAsync(CancellationToken cancellationToken = default) => Pause.ForAsync(NextPause(), _clock, cancellationToken);

    private bool MayReview => _after is { IsDone: false };

    private TimeSpan NextPause()
    {
        if (_isOver)
        {
            return TimeSpan.Zero;
        }

        if (_asked is { } asked)
        {
            _asked = null;
            TimeSpan most = TimeSpan.FromMilliseconds(_rules.MaxDelayMilliseconds);
            return asked < most ? asked : most;
        }

        TimeSpan longest = BackOff.After(
            _attempt, TimeSpan.FromMilliseconds(_rules.DelayMilliseconds), TimeSpan.FromMilliseconds(_rules.MaxDelayMilliseconds));
        return longest * Random.Shared.NextDouble();
    }

    private void Record(int attempt, string reason, string strategy, Exception? error)
    {
        if (_run?.Recorder is { } recorder && (attempt > 0 || strategy == "circuit_break"))
        {
            RunContext.NoteRetry(recorder, _scopeId, _descriptor.Name, attempt, reason, strategy, error, _rules.FallbackTo, _rules.MaxAttempts);
        }
    }
}
