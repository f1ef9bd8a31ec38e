using Observe.CompilerServices;

namespace Observe.Tests.Policies.Budgets;

/// <summary>Calls of language models as generated code makes them.</summary>
internal static class ModelCall
{
    public static ScopeDescriptor Chat { get; } = new LlmDescriptor("chat") { Model = "gpt-4o" };

    /// <summary>A call that is admitted by the policies and then used this much.</summary>
    public static void Make(long? tokens = null, decimal? costUsd = null) =>
        Make(Chat, run => run.ReportLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(tokens, tokens is null ? null : 0), CostUsd = costUsd }));

    public static void Make(ScopeDescriptor descriptor, Action<RunContext> body)
    {
        Assert.True(ObservedCall.TryBeginScope(descriptor, out ObservedCall call));
        call.Enter();
        try
        {
            Assert.True(call.AdmitNow(out _));
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
}
