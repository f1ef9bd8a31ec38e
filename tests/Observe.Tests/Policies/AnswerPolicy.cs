namespace Observe.Tests.Policies;

/// <summary>A policy that answers what a test tells it to, and remembers what it was asked.</summary>
internal sealed class AnswerPolicy(string name, PolicyPoints points, Func<PolicyContext, PolicyResult> answer) : IPolicy
{
    private int _asked;

    public string Name => name;

    public string Category => "test";

    public string Version => "7";

    public int Priority { get; init; } = 100;

    public PolicyPoints Points => points;

    public int Asked => Volatile.Read(ref _asked);

    public PolicyResult Evaluate(PolicyContext context)
    {
        Interlocked.Increment(ref _asked);
        return answer(context);
    }
}
