namespace Observe.Tests.Documents;

/// <summary>Blocks tool calls whose argument <c>amount</c> is too large.</summary>
public sealed class MaxAmountPolicy(string name, double most, IReadOnlyList<string> tools) : IPolicy
{
    public string Name => name;

    public string Category => "max-amount";

    public PolicyPoints Points => PolicyPoints.BeforeToolCall;

    public PolicyResult Evaluate(PolicyContext context) =>
        tools.Contains(context.Name) && context.Arguments.GetNumber("amount") > most
            ? PolicyResult.Block($"\"amount\" is more than {most}")
            : PolicyResult.Allow;
}
