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
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Completed);
    }

    private void Completed()
    {
        if (_task.IsCompletedSuccessfully)
        {
            _scope.End(Outcome.Ok, default);
        }
        else
        {
            TaskFailure.End(_task, _scope);
        }

        SetFromTask(_task);
    }
}
#endif
