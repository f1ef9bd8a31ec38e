namespace Observe.Runs;

/// <summary>Another value in place of what a task tells; how it fails is handed on as it is.</summary>
internal static class Projection
{
    public static ValueTask<TResult> Of<T, TState, TResult>(ValueTask<T> task, TState state, Func<T, TState, TResult> select) =>
        task.IsCompletedSuccessfully ? new(select(task.Result, state)) : new(AwaitAsync(task.AsTask(), state, select).Unwrap());

    private static async Task<Task<TResult>> AwaitAsync<T, TState, TResult>(Task<T> task, TState state, Func<T, TState, TResult> select)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompletedSuccessfully
            ? Task.FromResult(select(await task.ConfigureAwait(false), state))
            : TaskFailure.As<TResult>(task);
    }
}
