using Observe.Capturing;
using Observe.Recording;
using Observe.Runs;

namespace Observe.CompilerServices;

public ref partial struct ObservedCall
{
    /// <summary>Captures the chosen option of a synchronous decision.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="chosen">The option.</param>
    /// <param name="write">Writes the option; null when it is not captured.</param>
    public T Decide<T>(T chosen, CaptureValue<T>? write) => Return(chosen, write);

    /// <summary>Captures the chosen option of a synchronous decision, and why it was chosen.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="decision">The decision.</param>
    /// <param name="write">Writes the option; null when it is not captured.</param>
    /// <returns>The option.</returns>
    public T Decide<T>(Decision<T> decision, CaptureValue<T>? write)
    {
        if (write is not null && CapturesResult)
        {
            NoteDecision(_recorder!, _scopeId, decision);
        }

        return Return(decision.Chosen, write);
    }

    /// <summary>Ends the decision when the task completes.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="task">What the body returned.</param>
    /// <param name="write">Writes the option; null when it is not captured.</param>
    public readonly Task<T> CompleteDecision<T>(Task<T> task, CaptureValue<T>? write) => Complete(task, write);

    /// <inheritdoc cref="CompleteDecision{T}(Task{T}, CaptureValue{T}?)"/>
    public readonly ValueTask<T> CompleteDecision<T>(ValueTask<T> task, CaptureValue<T>? write) => Complete(task, write);

    /// <inheritdoc cref="CompleteDecision{T}(Task{T}, CaptureValue{T}?)"/>
    public readonly Task<T> CompleteDecision<T>(Task<Decision<T>> task, CaptureValue<T>? write)
    {
        if (task is null)
        {
            if (_scopeId != NotRecorded)
            {
                Scope.End(Outcome.Ok, default);
            }

            return null!;
        }

        return _scopeId == NotRecorded ? DecisionTask.Unwrap(task) : DecideAsync(task, Scope, write).Unwrap();
    }

    /// <inheritdoc cref="CompleteDecision{T}(Task{T}, CaptureValue{T}?)"/>
    public readonly ValueTask<T> CompleteDecision<T>(ValueTask<Decision<T>> task, CaptureValue<T>? write) =>
        _scopeId == NotRecorded ? DecisionTask.Unwrap(task) : new(DecideAsync(task.AsTask(), Scope, write).Unwrap());

    // What the body threw is handed on without passing through here.
    private static async Task<Task<T>> DecideAsync<T>(Task<Decision<T>> task, OpenScope scope, CaptureValue<T>? write)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompletedSuccessfully)
        {
            TaskFailure.End(task, scope);
            return TaskFailure.As<T>(task);
        }

        Decision<T> decision = await task.ConfigureAwait(false);
        T chosen;
        try
        {
            chosen = scope.More?.After is { } after
                ? await after.AcceptAsync(decision.Chosen, scope.CapturesResult ? write : null).ConfigureAwait(false)
                : decision.Chosen;
        }
        catch (Exception exception) when (scope.EndFailed(exception))
        {
            throw;
        }

        if (write is not null && scope.CapturesResult)
        {
            NoteDecision(scope.Recorder, scope.ScopeId, decision);
        }

        scope.EndWith(chosen, write);
        return Task.FromResult(chosen);
    }

    private static void NoteDecision<T>(RunRecorder recorder, int scopeId, in Decision<T> decision)
    {
        using CapturedBytes metadata = new(recorder.Observer, decision.Metadata);
        recorder.NoteDecision(scopeId, decision.Confidence, decision.Reasoning, metadata.Span);
    }
}
