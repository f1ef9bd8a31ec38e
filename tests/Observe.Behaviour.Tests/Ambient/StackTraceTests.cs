namespace Observe.Behaviour.Tests.Ambient;

/// <summary>The stack trace of what a body throws shows the body and its caller, and nothing of what stands between them.</summary>
public sealed class StackTraceTests
{
    private static readonly ThrowingAgent s_agent = new();
    private static readonly string[] s_prefixes = ["Observed", "Admitted", "Retried"];

    private static readonly Dictionary<string, Func<Task>> s_calls = new()
    {
        [nameof(ThrowingAgent.Now)] = static () => Task.FromResult(s_agent.Now(1)),
        [nameof(ThrowingAgent.Nothing)] = static () => DoneAfter(static () => s_agent.Nothing(1)),
        [nameof(ThrowingAgent.Decide)] = static () => Task.FromResult(s_agent.Decide(1)),
        [nameof(ThrowingAgent.LaterAsync)] = static () => s_agent.LaterAsync(1),
        [nameof(ThrowingAgent.LaterResultAsync)] = static () => s_agent.LaterResultAsync(1),
        [nameof(ThrowingAgent.LaterValueAsync)] = static async () => await s_agent.LaterValueAsync(1),
        [nameof(ThrowingAgent.LaterValueResultAsync)] = static async () => await s_agent.LaterValueResultAsync(1),
        [nameof(ThrowingAgent.DecideLaterAsync)] = static () => s_agent.DecideLaterAsync(1),
        [nameof(ThrowingAgent.AskAsync)] = static async () => await s_agent.AskAsync("a"),
        [nameof(ThrowingAgent.Again)] = static () => Task.FromResult(s_agent.Again(1)),
        [nameof(ThrowingAgent.AgainLaterAsync)] = static () => s_agent.AgainLaterAsync(1),
        [nameof(ThrowingAgent.AgainValueAsync)] = static async () => await s_agent.AgainValueAsync(1),
        [nameof(ThrowingAgent.Sequence)] = static () => Task.FromResult(s_agent.Sequence(1).Count()),
        [nameof(ThrowingAgent.StreamAsync)] = static async () => await s_agent.StreamAsync(1).CountAsync(),
        [nameof(ThrowingAgent.CancelAsync)] = static () => s_agent.CancelAsync(1),
    };

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    // An asynchronous iterator cannot hand out the body's own stream before it is admitted, so that one shows.
    public static TheoryData<string> AdmittedCalls => [.. s_calls.Keys.Where(static name => name != nameof(ThrowingAgent.StreamAsync))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_stack_trace_shows_the_body_and_its_caller_only(string name)
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", _ => VerifyAsync(name));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Where_nobody_listens_a_stack_trace_shows_the_body_and_its_caller_only(string name) => await VerifyAsync(name);

    [Theory]
    [MemberData(nameof(AdmittedCalls))]
    public async Task Behind_policies_that_take_their_time_a_stack_trace_shows_the_body_and_its_caller_only(string name)
    {
        await using Recording recording = Recording.Start(static options => options.Policies.Add(new SlowPolicy()));
        await recording.Observer.RunAsync("test", _ => VerifyAsync(name));
    }

    private static async Task VerifyAsync(string name)
    {
        string stack = "";
        try
        {
            await s_calls[name]();
        }
        catch (Exception exception) when (exception is InvalidOperationException or OperationCanceledException)
        {
            stack = exception.StackTrace!;
        }

        string[] frames = stack.Split('\n');
        string body = name.EndsWith("Async", StringComparison.Ordinal) ? name[..^"Async".Length] + "CoreAsync" : name + "Core";
        Assert.Contains(body, frames[0], StringComparison.Ordinal);
        Assert.Contains(frames, static frame => frame.Contains(nameof(VerifyAsync), StringComparison.Ordinal));
        Assert.DoesNotContain(frames, static frame => frame.Contains("at Observe.", StringComparison.Ordinal)
            && !frame.Contains("at Observe.Behaviour.Tests", StringComparison.Ordinal));
        Assert.DoesNotContain(frames, frame => s_prefixes.Any(prefix => frame.Contains(prefix + name, StringComparison.Ordinal)));
    }

    private static Task DoneAfter(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private sealed class SlowPolicy : IPolicy
    {
        public string Name => "slow";

        public string Category => "operations";

        public PolicyPoints Points => (PolicyPoints)(-1);

        public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;

        public async ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return PolicyResult.Allow;
        }
    }
}
