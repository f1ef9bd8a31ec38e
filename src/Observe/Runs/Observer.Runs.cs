using Observe.CompilerServices;

namespace Observe;

public sealed partial class Observer
{
    /// <summary>Runs an asynchronous body as one run of an agent.</summary>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="body">The body; gets the context of the run.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    public Task RunAsync(string agent, Func<RunContext, Task> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObservedCall call = BeginRun(agent, options);
        Task task;
        try
        {
            task = body(call.Run);
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Leave();
        }

        return call.Complete(task);
    }

    /// <summary>Runs an asynchronous body as one run of an agent.</summary>
    /// <typeparam name="T">What the body returns.</typeparam>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="body">The body; gets the context of the run. What it returns is recorded only if it says so by <see cref="RunContext.SetResult"/>.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    public Task<T> RunAsync<T>(string agent, Func<RunContext, Task<T>> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObservedCall call = BeginRun(agent, options);
        Task<T> task;
        try
        {
            task = body(call.Run);
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Leave();
        }

        return call.Complete(task, write: null);
    }

    /// <summary>Runs a body as one run of an agent.</summary>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="body">The body; gets the context of the run.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    public void Run(string agent, Action<RunContext> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObservedCall call = BeginRun(agent, options);
        try
        {
            body(call.Run);
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Exit();
        }
    }

    private ObservedCall BeginRun(string agent, RunOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        ObservedCall call = ObservedCall.BeginRun(this, agent, options);
        call.Enter();
        return call;
    }
}
