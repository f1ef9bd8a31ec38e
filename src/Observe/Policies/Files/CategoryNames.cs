namespace Observe.Policies.Files;

/// <summary>Words for categories in policy files.</summary>
internal static class CategoryNames
{
    /// <summary>Every category that <see cref="BuiltInCategories"/> can make.</summary>
    public static string[] BuiltIn { get; } =
    [
        "approval",
        "budget",
        "content",
        "data-access",
        "delegation",
        "end-user-budget",
        "end-user-rate-limit",
        "end-user-suspension",
        "grounding",
        "input-validation",
        "kill",
        "llm",
        "network",
        "operations",
        "prompt-injection-guard",
        "quality",
        "rate-limit",
        "recursion-bound",
        "retrieval",
        "safety",
        "scheduling",
        "scope",
        "tool-allowlist",
        "tool-argument-schema",
    ];

    /// <summary>The word that counts for a category: with hyphens, and the same for all its other names.</summary>
    public static string Normalize(string category) => category.Replace('_', '-') switch
    {
        "cost" or "cost-management" => "budget",
        "kill-switch" => "kill",
        "llm-model" => "llm",
        var word => word,
    };
}
