#if NET9_0_OR_GREATER
using Observe.Recording;

namespace Observe.Runs;

/// <summary>Records how a task failed.</summary>
internal static class TaskFailure
{
    public static void End(Task task, OpenScope scope)
    {
        if (task.Exception is { } failure)
        {
            scope.EndFailed(failure.InnerExceptions[0]);
            return;
        }

        try
        {
            task.GetAwaiter().GetResult(); // a cancelled task tells its exception only by throwing it
        }
        catch (Exception cancellation)
        {
            scope.EndFailed(cancellation);
        }
    }
}
#endif
