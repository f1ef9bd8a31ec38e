using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>
/// Tasks of tasks. A private asynchronous method never awaits the task that it hands out at the end: an exception that passed through
/// it would carry its name in the stack trace.
/// </summary>
internal static class TaskSource
{
    private const string Tasks = "global::System.Threading.Tasks.";

    /// <summary>Type of what a private asynchronous method returns.</summary>
    public static string OfTask(ObservedMethod method) => $"{Tasks}Task<{Type(method)}>";

    /// <summary>The inner task, from outside.</summary>
    public static string Flattened(string call) => $"{Tasks}TaskExtensions.Unwrap({call})";

    /// <summary>What the body returns, from a private method's task of a task; streams are handed out as they are.</summary>
    public static string Outcome(ObservedMethod method, string call) => method.ReturnShape switch
    {
        ReturnShape.Task or ReturnShape.TaskOfResult => Flattened(call),
        ReturnShape.ValueTask => $"new {Tasks}ValueTask({Flattened(call)})",
        ReturnShape.ValueTaskOfResult => $"new {Tasks}ValueTask<{CoreSource.WrappedType(method)}>({Flattened(call)})",
        _ => call,
    };

    /// <summary>What the body returned, as a task.</summary>
    public static string AsTask(ObservedMethod method, string call) =>
        method.ReturnShape is ReturnShape.ValueTask or ReturnShape.ValueTaskOfResult ? $"{call}.AsTask()" : call;

    /// <summary>A task that is over, with this result.</summary>
    public static string Finished(ObservedMethod method, string result) => method.ResultType is null
        ? $"{Tasks}Task.CompletedTask"
        : $"{Tasks}Task.FromResult<{CoreSource.WrappedType(method)}>({result})";

    // The task that tells the body's outcome.
    private static string Type(ObservedMethod method) =>
        method.ResultType is null ? $"{Tasks}Task" : $"{Tasks}Task<{CoreSource.WrappedType(method)}>";
}
