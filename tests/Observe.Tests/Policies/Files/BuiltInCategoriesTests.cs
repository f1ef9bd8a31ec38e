using Observe.Policies.Files;

namespace Observe.Tests.Policies.Files;

public sealed class BuiltInCategoriesTests
{
    public static TheoryData<string> Categories => [.. CategoryNames.BuiltIn];

    [Fact]
    public void Every_documented_category_is_built_in() => Assert.Equal(
        [
            "approval", "budget", "content", "data-access", "delegation", "end-user-budget", "end-user-rate-limit", "end-user-suspension",
            "grounding", "input-validation", "kill", "llm", "network", "operations", "prompt-injection-guard", "quality", "rate-limit",
            "recursion-bound", "retrieval", "safety", "scheduling", "scope", "tool-allowlist", "tool-argument-schema",
        ],
        CategoryNames.BuiltIn);

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_category_makes_its_policy_with_the_defaults(string category)
    {
        IPolicy policy = Read(category);

        Assert.Equal((category, "mine", "3"), (policy.Category, policy.Name, policy.Version));
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_category_does_not_take_a_rule_that_it_does_not_know(string category)
    {
        PolicyFileException exception = Assert.Throws<PolicyFileException>(() => Read(category, "\"no_such_rule\": 1"));

        Assert.Contains("(1): $[0].rules.no_such_rule: is not known here; known are ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost", "budget")]
    [InlineData("cost_management", "budget")]
    [InlineData("cost-management", "budget")]
    [InlineData("kill_switch", "kill")]
    [InlineData("llm_model", "llm")]
    [InlineData("rate_limit", "rate-limit")]
    [InlineData("end_user_rate_limit", "end-user-rate-limit")]
    [InlineData("tool_argument_schema", "tool-argument-schema")]
    public void Other_words_for_a_category_are_understood(string word, string category) => Assert.Equal(category, Read(word).Category);

    [Theory]
    [InlineData("cost")]
    [InlineData("rate_limit")]
    public void A_built_in_category_cannot_be_replaced(string category) =>
        Assert.Throws<ArgumentException>(() => new PolicyOptions().AddCategory(category, definition => new FilePolicyStub(definition)));

    private static IPolicy Read(string category, string rules = "")
    {
        // A budget without any limit is an error of its own.
        string least = CategoryNames.Normalize(category) != "budget" ? "" : rules.Length == 0 ? "\"daily_cost_limit\": 5" : "\"daily_cost_limit\": 5,";
        using TemporaryFile file = new($$"""[ { "name": "mine", "version": "3", "category": "{{category}}", "rules": { {{least}} {{rules}} } } ]""");
        return Assert.Single(new PolicyOptions().AddFile(file.FullPath).Sources[0].Current).Policy;
    }
}
