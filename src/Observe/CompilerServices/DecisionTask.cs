using System.ComponentModel;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>Takes the chosen option out of a decision where nothing is recorded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecisionTask
{
    /// <summary>The chosen option.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="decision">The decision.</param>
    public static T Unwrap<T>(Decision<T> decision) => decision.Chosen;

    /// <summary>A task of the chosen option.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="task">A task of the decision.</param>
    public static Task<T> Unwrap<T>(Task<Decision<T>> task) =>
        task is null ? null! : Unwrap(new ValueTask<Decision<T>>(task)).AsTask();

    /// <summary>A task of the chosen option.</summary>
    /// <typeparam name="T">Type of the option.</typeparam>
    /// <param name="task">A task of the decision.</param>
    public static ValueTask<T> Unwrap<T>(ValueTask<Decision<T>> task) =>
        Projection.Of(task, default(object), static (decision, _) => decision.Chosen);
}
