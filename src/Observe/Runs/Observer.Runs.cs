using Observe.CompilerServices;

namespace Observe;

public sealed partial class Observer
{
    /// <summary>Runs an asynchronous body as one run of an agent.</summary>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="body">The body; gets the context of the run.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    /// <exception cref="PolicyViolationException">Awaiting the task throws it: a policy does not allow the run; the body was not called.</exception>
    public Task RunAsync(string agent, Func<RunContext, Task> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObservedCall call = BeginRun(agent, options, canSkip: true);
        Task task;
        try
        {
            task = call.TryAdmit(out Admission? admission) ? body(call.Run) : AdmittedAsync(admission, body, call.Run);
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
        ObservedCall call = BeginRun(agent, options, canSkip: false);
        Task<T> task;
        try
        {
            task = call.TryAdmit(out Admission? admission) ? body(call.Run) : AdmittedAsync(admission, body, call.Run);
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
        ObservedCall call = BeginRun(agent, options, canSkip: true);
        try
        {
            if (call.AdmitNow(out Admission? admission) || !admission.IsSkipped)
            {
                body(call.Run);
            }
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

    /// <summary>
    /// Runs a body as one run of an agent. An asynchronous body is for <see cref="RunAsync{T}(string, Func{RunContext, Task{T}}, RunOptions?)"/>:
    /// here its run would end where it waits first, and carries a warning.
    /// </summary>
    /// <typeparam name="T">What the body returns.</typeparam>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="body">The body; gets the context of the run. What it returns is recorded only if it says so by <see cref="RunContext.SetResult"/>.</param>
    /// <param name="options">Workflow, session, user … of the run.</param>
    /// <exception cref="PolicyViolationException">A policy does not allow the run; the body was not called.</exception>
    public T Run<T>(string agent, Func<RunContext, T> body, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ObservedCall call = BeginRun(agent, options, canSkip: false);
        try
        {
            call.AdmitNow(out _);
            T result = body(call.Run);
            if (result is Task { IsCompleted: false } or ValueTask { IsCompleted: false })
            {
                call.Run.Recorder?.Warn("Run was given an asynchronous body, and the run ends where that waits first: use RunAsync.");
            }

            return result;
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

    private ObservedCall BeginRun(string agent, RunOptions? options, bool canSkip)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        return ObservedCall.BeginRun(this, agent, options, canSkip);
    }

    private static async Task AdmittedAsync(Admission admission, Func<RunContext, Task> body, RunContext run)
    {
        await admission;
        if (!admission.IsSkipped)
        {
            await body(run).ConfigureAwait(false);
        }
    }

    private static async Task<T> AdmittedAsync<T>(Admission admission, Func<RunContext, Task<T>> body, RunContext run)
    {
        await admission;
        return await body(run).ConfigureAwait(false);
    }
}
