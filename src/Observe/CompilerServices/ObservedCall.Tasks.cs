using Observe.Recording;
#if NET9_0_OR_GREATER
using Observe.Runs;
#endif

namespace Observe.CompilerServices;

public ref partial struct ObservedCall
{
    /// <summary>Ends the call when the task completes. A task that is complete is returned as it is.</summary>
    /// <param name="task">What the body returned.</param>
    public readonly Task Complete(Task task)
    {
        if (_scopeId == NotRecorded)
        {
            return task;
        }

        if (_scope is { NeedsResult: true } && task is not null)
        {
            return CompleteWithMoreAsync(new ValueTask(task), Scope).AsTask();
        }

        if (task is null || task.IsCompletedSuccessfully)
        {
            Scope.End(Outcome.Ok, default);
            return task!;
        }

        return AwaitAsync(task, Scope);
    }

    /// <summary>Ends the call with its result when the task completes. A task that is complete is returned as it is.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="task">What the body returned.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    public readonly Task<T> Complete<T>(Task<T> task, CaptureValue<T>? write)
    {
        if (_scopeId == NotRecorded)
        {
            return task;
        }

        if (task is null)
        {
            Scope.End(Outcome.Ok, default);
            return task!;
        }

        if (_scope is { NeedsResult: true })
        {
            return CompleteWithMoreAsync(new ValueTask<T>(task), Scope, write, read: null).AsTask();
        }

        if (task.IsCompletedSuccessfully)
        {
            Scope.EndWith(task.Result, write);
            return task;
        }

        return AwaitAsync(task, Scope, write);
    }

    /// <summary>Ends the call when the task completes.</summary>
    /// <param name="task">What the body returned.</param>
    public readonly ValueTask Complete(ValueTask task)
    {
        if (_scopeId == NotRecorded)
        {
            return task;
        }

        if (_scope is { NeedsResult: true })
        {
            return CompleteWithMoreAsync(task, Scope);
        }

        if (task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult(); // gives a pooled source back to its owner
            Scope.End(Outcome.Ok, default);
            return default;
        }

        return AwaitValueAsync(task, Scope);
    }

    /// <summary>Ends the call with its result when the task completes.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="task">What the body returned.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    public readonly ValueTask<T> Complete<T>(ValueTask<T> task, CaptureValue<T>? write)
    {
        if (_scopeId == NotRecorded)
        {
            return task;
        }

        if (_scope is { NeedsResult: true })
        {
            return CompleteWithMoreAsync(task, Scope, write, read: null);
        }

        if (task.IsCompletedSuccessfully)
        {
            T result = task.Result;
            Scope.EndWith(result, write);
            return new ValueTask<T>(result);
        }

        return AwaitValueAsync(task, Scope, write);
    }

#if NET9_0_OR_GREATER
    private static Task AwaitAsync(Task task, OpenScope scope) => new VoidTaskMirror(task, scope).Task;

    private static Task<T> AwaitAsync<T>(Task<T> task, OpenScope scope, CaptureValue<T>? write) => new TaskMirror<T>(task, scope, write).Task;
#else
    // Without TaskCompletionSource.SetFromTask (.NET 9), of several exceptions of one task the caller gets the first.
    private static async Task AwaitAsync(Task task, OpenScope scope)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.EndFailed(exception))
        {
            throw;
        }

        scope.End(Outcome.Ok, default);
    }

    private static async Task<T> AwaitAsync<T>(Task<T> task, OpenScope scope, CaptureValue<T>? write)
    {
        T result;
        try
        {
            result = await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (scope.EndFailed(exception))
        {
            throw;
        }

        scope.EndWith(result, write);
        return result;
    }
#endif

    // The task of an asynchronous method that has not completed is there already, so to ask for it costs nothing.
    private static ValueTask AwaitValueAsync(ValueTask task, OpenScope scope) => new(AwaitAsync(task.AsTask(), scope));

    private static ValueTask<T> AwaitValueAsync<T>(ValueTask<T> task, OpenScope scope, CaptureValue<T>? write) =>
        new(AwaitAsync(task.AsTask(), scope, write));
}
