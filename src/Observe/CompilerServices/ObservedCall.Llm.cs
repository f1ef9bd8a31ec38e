using Observe.Recording;
using Observe.Runs;

namespace Observe.CompilerServices;

public ref partial struct ObservedCall
{
    /// <summary>Where a call of a language model says what it is about; null when nothing is recorded. Ask before <see cref="Enter"/>.</summary>
    public LlmReport? Llm => _recorder is null ? null : _llm ??= _descriptor!.NewReport();

    /// <summary>Captures the result of a synchronous call of a language model, and what it says about the call.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    /// <param name="read">Reads from the result what was used; null when it does not say.</param>
    /// <returns>The result.</returns>
    public T ReturnLlm<T>(T result, CaptureValue<T>? write, LlmReader<T>? read)
    {
        _llm?.Read(result, read);
        return Return(result, write);
    }

    /// <inheritdoc cref="ReturnLlm{T}(T, CaptureValue{T}?, LlmReader{T}?)"/>
    public T ReturnLlm<T>(LlmResult<T> result, CaptureValue<T>? write, LlmReader<T>? read)
    {
        _llm?.Read(result, read);
        return Return(result.Value, write);
    }

    /// <summary>Ends the call of a language model when the task completes.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="task">What the body returned.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    /// <param name="read">Reads from the result what was used; null when it does not say.</param>
    public readonly Task<T> CompleteLlm<T>(Task<T> task, CaptureValue<T>? write, LlmReader<T>? read) =>
        _scopeId == NotRecorded || task is null ? Complete(task!, write) : CompleteWithMoreAsync(new ValueTask<T>(task), Scope, write, read).AsTask();

    /// <inheritdoc cref="CompleteLlm{T}(Task{T}, CaptureValue{T}?, LlmReader{T}?)"/>
    public readonly ValueTask<T> CompleteLlm<T>(ValueTask<T> task, CaptureValue<T>? write, LlmReader<T>? read) =>
        _scopeId == NotRecorded ? task : CompleteWithMoreAsync(task, Scope, write, read);

    /// <inheritdoc cref="CompleteLlm{T}(Task{T}, CaptureValue{T}?, LlmReader{T}?)"/>
    public readonly Task<T> CompleteLlm<T>(Task<LlmResult<T>> task, CaptureValue<T>? write, LlmReader<T>? read) =>
        task is null ? Complete((Task<T>)null!, write) : CompleteLlm(UnwrapAsync(new ValueTask<LlmResult<T>>(task), _llm), write, read).AsTask();

    /// <inheritdoc cref="CompleteLlm{T}(Task{T}, CaptureValue{T}?, LlmReader{T}?)"/>
    public readonly ValueTask<T> CompleteLlm<T>(ValueTask<LlmResult<T>> task, CaptureValue<T>? write, LlmReader<T>? read) =>
        CompleteLlm(UnwrapAsync(task, _llm), write, read);

    private static ValueTask<T> UnwrapAsync<T>(ValueTask<LlmResult<T>> task, LlmReport? report) =>
        Projection.Of(
            task,
            report,
            static (result, report) =>
            {
                report?.Read(result);
                return result.Value;
            });

    private static ValueTask<T> CompleteWithMoreAsync<T>(ValueTask<T> task, OpenScope scope, CaptureValue<T>? write, LlmReader<T>? read) =>
        new(SettleAsync(task.AsTask(), scope, write, read).Unwrap());

    private static ValueTask CompleteWithMoreAsync(ValueTask task, OpenScope scope) => new(SettleAsync(task.AsTask(), scope).Unwrap());

    // What the body threw is handed on by its own task, so that it does not pass through here.
    private static async Task<Task<T>> SettleAsync<T>(Task<T> task, OpenScope scope, CaptureValue<T>? write, LlmReader<T>? read)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompletedSuccessfully)
        {
            TaskFailure.End(task, scope);
            return task;
        }

        T result = await task.ConfigureAwait(false);
        try
        {
            scope.More?.Llm?.Answered();
            scope.More?.Llm?.Read(result, read);
            if (scope.More?.After is { } after)
            {
                result = await after.AcceptAsync(result, scope.CapturesResult ? write : null).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (scope.EndFailed(exception))
        {
            throw;
        }

        scope.EndWith(result, write);
        return scope.More?.After is null ? task : Task.FromResult(result);
    }

    private static async Task<Task> SettleAsync(Task task, OpenScope scope)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompletedSuccessfully)
        {
            TaskFailure.End(task, scope);
            return task;
        }

        try
        {
            scope.More?.Llm?.Answered();
            if (scope.More?.After is { } after)
            {
                await after.AcceptAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (scope.EndFailed(exception))
        {
            throw;
        }

        scope.End(Outcome.Ok, default);
        return task;
    }
}
