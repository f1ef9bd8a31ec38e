using Observe.CompilerServices;

namespace Observe.Tests.Policies;

/// <summary>What the compiler writes around the body of an observed method.</summary>
internal static class ObservedMethod
{
    public static void CallScope(ScopeDescriptor method, Action body)
    {
        if (!ObservedCall.TryBeginScope(method, out ObservedCall call))
        {
            body();
            return;
        }

        Call(ref call, body);
    }

    public static void CallRun(ScopeDescriptor method, RunIdentity identity, Action body)
    {
        if (!ObservedCall.TryBeginRun(method, identity, out ObservedCall call))
        {
            body();
            return;
        }

        Call(ref call, body);
    }

    private static void Call(ref ObservedCall call, Action body)
    {
        bool failed = false;
        try
        {
            call.Enter();
            call.AdmitNow(out _);
            body();
        }
        catch (Exception exception)
        {
            failed = call.Failed(exception);
            throw;
        }
        finally
        {
            Assert.False(failed);
            call.Exit();
        }
    }
}
