using System.Runtime.CompilerServices;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>How a task failed.</summary>
internal static class TaskFailure
{
    public static void End(Task task, OpenScope scope) => scope.EndFailed(Of(task));

    /// <summary>A task of another type that has failed, or was cancelled, in the same way.</summary>
    public static Task<T> As<T>(Task task)
    {
        if (task.Exception is { } failure)
        {
            TaskCompletionSource<T> failed = new();
            failed.SetException(failure.InnerExceptions);
            return failed.Task;
        }

        AsyncTaskMethodBuilder<T> cancelled = AsyncTaskMethodBuilder<T>.Create();
        cancelled.SetException(Of(task)); // keeps the exception, where TrySetCanceled would make another one
        return cancelled.Task;
    }

    /// <summary>What awaiting a task throws that has failed or was cancelled.</summary>
    [StackTraceHidden]
    public static Exception Of(Task task)
    {
        if (task.Exception is { } failure)
        {
            return failure.InnerExceptions[0];
        }

        try
        {
            task.GetAwaiter().GetResult(); // a cancelled task tells its exception only by throwing it
        }
        catch (Exception cancellation)
        {
            return cancellation;
        }

        throw new ArgumentException("The task has succeeded.", nameof(task));
    }
}
