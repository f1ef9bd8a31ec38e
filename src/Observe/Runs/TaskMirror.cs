#if NET9_0_OR_GREATER
using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>
/// The task that a caller gets in place of one that has not completed. It completes right after the end of the scope is recorded, and
/// exactly as the original did: same result, every exception, the same cancellation.
/// </summary>
internal sealed class TaskMirror<T> : TaskCompletionSource<T>
{
    private readonly Task<T> _task;
    private readonly OpenScope _scope;
    private readonly CaptureValue<T>? _write;

    public TaskMirror(Task<T> task, OpenScope scope, CaptureValue<T>? write)
    {
        _task = task;
        _scope = scope;
        _write = write;
        if (task.IsCompleted)
        {
            Completed(); // a task that has failed already is handed out failed
        }
        else
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Completed);
        }
    }

    private void Completed()
    {
        try
        {
            End();
        }
        finally
        {
            SetFromTask(_task); // whatever happens to the record, the caller gets its task
        }
    }

    private void End()
    {
        if (_task.IsCompletedSuccessfully)
        {
            _scope.EndWith(_task.Result, _write);
        }
        else
        {
            TaskFailure.End(_task, _scope);
        }
    }
}
#endif
