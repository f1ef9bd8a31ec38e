using Observe.Runs;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>
    /// Runs an asynchronous body as one run of an agent, for the observer that is current here. Without one the body runs with
    /// <see cref="Inactive"/>.
    /// </summary>
    /// <inheritdoc cref="Observer.RunAsync(string, Func{RunContext, Task}, RunOptions?)"/>
    public static Task RunAsync(string agent, Func<RunContext, Task> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Observer.ForNewRun(Ambient.Current) is { } observer ? observer.RunAsync(agent, body, options) : body(Inactive);
    }

    /// <summary>
    /// Runs an asynchronous body as one run of an agent, for the observer that is current here. Without one the body runs with
    /// <see cref="Inactive"/>.
    /// </summary>
    /// <inheritdoc cref="Observer.RunAsync{T}(string, Func{RunContext, Task{T}}, RunOptions?)"/>
    public static Task<T> RunAsync<T>(string agent, Func<RunContext, Task<T>> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Observer.ForNewRun(Ambient.Current) is { } observer ? observer.RunAsync(agent, body, options) : body(Inactive);
    }

    /// <summary>Runs a body as one run of an agent, for the observer that is current here. Without one the body runs with <see cref="Inactive"/>.</summary>
    /// <inheritdoc cref="Observer.Run(string, Action{RunContext}, RunOptions?)"/>
    public static void Run(string agent, Action<RunContext> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Observer.ForNewRun(Ambient.Current) is { } observer)
        {
            observer.Run(agent, body, options);
        }
        else
        {
            body(Inactive);
        }
    }

    /// <summary>Runs a body as one run of an agent, for the observer that is current here. Without one the body runs with <see cref="Inactive"/>.</summary>
    /// <inheritdoc cref="Observer.Run{T}(string, Func{RunContext, T}, RunOptions?)"/>
    public static T Run<T>(string agent, Func<RunContext, T> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Observer.ForNewRun(Ambient.Current) is { } observer ? observer.Run(agent, body, options) : body(Inactive);
    }

    /// <summary>
    /// Begins a run that ends when the result is disposed, for the observer that is current here. Without one it records nothing.
    /// It is current in the calling method and in what that calls from now on.
    /// </summary>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    /// <exception cref="PolicyViolationException">A policy does not allow the run; nothing is to be disposed.</exception>
    public static ActiveRun Begin(string agent, RunOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        return ActiveRun.Begin(Observer.ForNewRun(Ambient.Current), agent, options);
    }
}
