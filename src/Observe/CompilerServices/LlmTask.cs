using System.ComponentModel;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>Takes the result out of a <see cref="LlmResult{T}"/> where nothing is recorded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LlmTask
{
    /// <summary>The result.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="result">The result, and what it used.</param>
    public static T Unwrap<T>(LlmResult<T> result) => result.Value;

    /// <summary>A task of the result.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="task">A task of the result, and what it used.</param>
    public static Task<T> Unwrap<T>(Task<LlmResult<T>> task) =>
        task is null ? null! : Unwrap(new ValueTask<LlmResult<T>>(task)).AsTask();

    /// <summary>A task of the result.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="task">A task of the result, and what it used.</param>
    public static ValueTask<T> Unwrap<T>(ValueTask<LlmResult<T>> task) => Projection.Of(task, default(object), static (result, _) => result.Value);
}
