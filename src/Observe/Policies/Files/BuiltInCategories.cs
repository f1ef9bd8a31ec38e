namespace Observe.Policies.Files;

/// <summary>
/// Makes the policies that come with the library. Only what reads policy files may refer to it: it keeps every policy in a trimmed
/// program.
/// </summary>
internal static class BuiltInCategories
{
    /// <summary>The policy of a definition; null when its category is none of <see cref="CategoryNames.BuiltIn"/>.</summary>
    public static IPolicy? Create(PolicyDefinition definition)
    {
        (PolicyRules rules, string name, string version) = (definition.Rules, definition.Name, definition.Version);
        return definition.Category switch
        {
            "approval" => new ApprovalPolicy(ApprovalRules.Read(rules), name) { Version = version },
            "budget" => new BudgetPolicy(BudgetRules.Read(rules), name) { Version = version },
            "content" => new ContentPolicy(ContentRules.Read(rules), name) { Version = version },
            "data-access" => new DataAccessPolicy(DataAccessRules.Read(rules), name) { Version = version },
            "delegation" => new DelegationPolicy(DelegationRules.Read(rules), name) { Version = version },
            "end-user-budget" => new EndUserBudgetPolicy(EndUserBudgetRules.Read(rules), name) { Version = version },
            "end-user-rate-limit" => new EndUserRateLimitPolicy(EndUserRateLimitRules.Read(rules), name) { Version = version },
            "end-user-suspension" => new EndUserSuspensionPolicy(EndUserSuspensionRules.Read(rules), name) { Version = version },
            "grounding" => new GroundingPolicy(GroundingRules.Read(rules), name) { Version = version },
            "input-validation" => new InputValidationPolicy(InputValidationRules.Read(rules), name) { Version = version },
            "kill" => new KillPolicy(KillRules.Read(rules), name) { Version = version },
            "llm" => new LlmPolicy(LlmRules.Read(rules), name) { Version = version },
            "network" => new NetworkPolicy(NetworkRules.Read(rules), name) { Version = version },
            "operations" => new OperationsPolicy(OperationsRules.Read(rules), name) { Version = version },
            "prompt-injection-guard" => new PromptInjectionGuardPolicy(PromptInjectionGuardRules.Read(rules), name) { Version = version },
            "quality" => new QualityPolicy(QualityRules.Read(rules), name) { Version = version },
            "rate-limit" => new RateLimitPolicy(RateLimitRules.Read(rules), name) { Version = version },
            "recursion-bound" => new RecursionBoundPolicy(RecursionBoundRules.Read(rules), name) { Version = version },
            "retrieval" => new RetrievalPolicy(RetrievalRules.Read(rules), name) { Version = version },
            "safety" => new SafetyPolicy(SafetyRules.Read(rules), name) { Version = version },
            "scheduling" => new SchedulingPolicy(SchedulingRules.Read(rules), name) { Version = version },
            "scope" => new ScopePolicy(ScopeRules.Read(rules), name) { Version = version },
            "tool-allowlist" => new ToolAllowlistPolicy(ToolAllowlistRules.Read(rules), name) { Version = version },
            "tool-argument-schema" => new ToolArgumentSchemaPolicy(ToolArgumentSchemaRules.Read(rules), name) { Version = version },
            _ => null,
        };
    }
}
