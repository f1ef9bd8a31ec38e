using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>Does what the compiler writes around methods of each shape.</summary>
internal static class EngineCall
{
    public static Task<string> Async(ScopeDescriptor method, string text, Func<string, Task<string>> body, CancellationToken cancellationToken = default)
    {
        bool isObserved = method.Kind == ScopeKind.Run
            ? ObservedCall.TryBeginRun(method, default, out ObservedCall call)
            : ObservedCall.TryBeginScope(method, out call);
        Assert.True(isObserved);
        if (call.Arguments is { } arguments)
        {
            arguments.Property("text"u8);
            arguments.Write(text);
        }

        call.Enter();
        Task<string> task;
        try
        {
            task = call.TryAdmit(out Admission? admission, cancellationToken) ? body(text) : AdmittedAsync(admission, text, body);
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Leave();
        }

        return call.Complete(task, static (writer, value) => writer.Write(value));
    }

    public static T Sync<T>(ScopeDescriptor method, string text, Func<string, T> body, CaptureValue<T>? write, CancellationToken cancellationToken = default)
    {
        bool isObserved = method.Kind == ScopeKind.Run
            ? ObservedCall.TryBeginRun(method, default, out ObservedCall call)
            : ObservedCall.TryBeginScope(method, out call);
        Assert.True(isObserved);
        if (call.Arguments is { } arguments)
        {
            arguments.Property("text"u8);
            arguments.Write(text);
        }

        call.Enter();
        try
        {
            if (!call.AdmitNow(out Admission? admission, cancellationToken))
            {
                if (admission.IsSkipped)
                {
                    return default!;
                }

                text = admission.Redact(text);
            }

            return call.Return(body(text), write);
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

    public static IEnumerable<int> Stream(ScopeDescriptor method, Func<IEnumerable<int>> body)
    {
        bool isObserved = method.Kind == ScopeKind.Run
            ? ObservedCall.TryBeginRun(method, default, out ObservedCall call)
            : ObservedCall.TryBeginScope(method, out call);
        Assert.True(isObserved);
        call.Enter();
        IEnumerable<int> stream;
        try
        {
            call.AdmitNow(out _);
            stream = body();
        }
        catch (Exception exception) when (call.Failed(exception))
        {
            throw;
        }
        finally
        {
            call.Leave();
        }

        return call.Complete(stream, static (writer, value) => writer.Write(value));
    }

    private static async Task<string> AdmittedAsync(Admission admission, string text, Func<string, Task<string>> body)
    {
        await admission;
        return admission.IsSkipped ? null! : await body(admission.Redact(text)).ConfigureAwait(false);
    }
}
