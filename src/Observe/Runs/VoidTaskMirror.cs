#if NET9_0_OR_GREATER
using Observe.Recording;

namespace Observe.Runs;

/// <summary><see cref="TaskMirror{T}"/> for a task without result.</summary>
internal sealed class VoidTaskMirror : TaskCompletionSource
{
    private readonly Task _task;
    private readonly OpenScope _scope;

    public VoidTaskMirror(Task task, OpenScope scope)
    {
        _task = task;
        _scope = scope;
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
            _scope.End(Outcome.Ok, default);
        }
        else
        {
            TaskFailure.End(_task, _scope);
        }
    }
}
#endif
