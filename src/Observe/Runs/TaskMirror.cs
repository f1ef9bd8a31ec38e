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
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Completed);
    }

    private void Completed()
    {
        if (_task.IsCompletedSuccessfully)
        {
            _scope.EndWith(_task.Result, _write);
        }
        else
        {
            TaskFailure.End(_task, _scope);
        }

        SetFromTask(_task);
    }
}
#endif
