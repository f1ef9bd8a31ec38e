using Cases.Admissions;

namespace Observe.Behaviour.Tests.Governance;

/// <summary>A run whose guarded calls the <see cref="Gatekeeper"/> answers.</summary>
internal static class GovernedRun
{
    public static Task<(RunTrace Trace, Gates Gates, Exception? Thrown)> OfAsync(
        Func<PolicyContext, PolicyResult> answer, Func<Gates, Task> calls)
    {
        Gatekeeper.Answer = (context, _) => new(answer(context));
        return OfAsync(calls);
    }

    /// <summary>The run, the object that was called, and what the calls threw.</summary>
    public static async Task<(RunTrace Trace, Gates Gates, Exception? Thrown)> OfAsync(Func<Gates, Task> calls)
    {
        Gates gates = new();
        await using Recording recording = Recording.Start();
        Exception? thrown = null;
        await recording.Observer.RunAsync("test", async _ => thrown = await Record.ExceptionAsync(() => calls(gates)));
        if (thrown is Xunit.Sdk.XunitException)
        {
            throw thrown;
        }

        return (await recording.RunAsync(), gates, thrown);
    }
}
