using Observe.CompilerServices;

namespace Observe.Tests.Policies;

/// <summary>Does what the compiler writes for a synchronous method with an attribute.</summary>
internal static class AttributedCalls
{
    public static string Call(ScopeDescriptor method, Func<string> body)
    {
        bool isObserved = method.Kind == ScopeKind.Run
            ? ObservedCall.TryBeginRun(method, default, out ObservedCall call)
            : ObservedCall.TryBeginScope(method, out call);
        Assert.True(isObserved);
        call.Enter();
        try
        {
            call.AdmitNow(out _);
            return call.Return(body(), static (writer, value) => writer.Write(value));
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
}
