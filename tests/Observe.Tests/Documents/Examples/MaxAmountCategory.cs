namespace Observe.Tests.Documents;

public static class MaxAmountCategory
{
    public static PolicyOptions AddMaxAmount(this PolicyOptions policies) => policies.AddCategory("max-amount", Create);

    private static MaxAmountPolicy Create(PolicyDefinition definition)
    {
        PolicyRules rules = definition.Rules;
        decimal most = rules.Number("most", minimum: 0) ?? throw rules.Wrong("most", "is missing; write the largest amount");
        IReadOnlyList<string> tools = rules.Texts("tools");
        return tools.Count > 0
            ? new MaxAmountPolicy(definition.Name, (double)most, tools)
            : throw rules.Wrong("tools", "must name at least one tool");
    }
}
