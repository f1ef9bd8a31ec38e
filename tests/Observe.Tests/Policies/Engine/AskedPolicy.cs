namespace Observe.Tests.Policies.Engine;

/// <summary>A policy that answers without holding a thread, as a test tells it to.</summary>
internal sealed class AskedPolicy(string name, PolicyPoints points, Func<PolicyContext, CancellationToken, ValueTask<PolicyResult>> answer) : IPolicy
{
    public string Name => name;

    public string Category => "test";

    public int Priority { get; init; } = 100;

    public PolicyPoints Points => points;

    public PolicyResult Evaluate(PolicyContext context) => answer(context, default).AsTask().GetAwaiter().GetResult();

    public ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => answer(context, cancellationToken);
}
