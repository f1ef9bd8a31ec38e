namespace Observe.Generators.Parsing;

/// <summary>Names of the public attributes and types that the generator looks for.</summary>
internal static class WellKnownNames
{
    public const string Namespace = "Observe";
    public const string Assembly = "Observe";

    public const string Observe = "ObserveAttribute";
    public const string Step = "StepAttribute";
    public const string ToolCall = "ToolCallAttribute";
    public const string Decision = "DecisionAttribute";
    public const string Retrieval = "RetrievalAttribute";
    public const string Reasoning = "ReasoningAttribute";
    public const string LlmCall = "LlmCallAttribute";
    public const string Retry = "RetryAttribute";
    public const string ObserveDefaults = "ObserveDefaultsAttribute";

    public const string Policy = "PolicyAttribute";
    public const string Budget = "BudgetAttribute";
    public const string RateLimit = "RateLimitAttribute";
    public const string AllowTools = "AllowToolsAttribute";
    public const string MaxSteps = "MaxStepsAttribute";
    public const string RequireUserGroup = "RequireUserGroupAttribute";
    public const string RequireApproval = "RequireApprovalAttribute";

    public const string Tag = "TagAttribute";
    public const string Metadata = "MetadataAttribute";
    public const string Sensitive = "SensitiveAttribute";
    public const string NotCaptured = "NotCapturedAttribute";

    public const string Observer = "Observer";
    public const string RunContext = "RunContext";
    public const string ActiveRun = "ActiveRun";
    public const string PolicyViolation = "PolicyViolationException";
    public const string HumanTurn = "HumanTurn";
    public const string CapturedValue = "CapturedValue";
    public const string DecisionOfT = "Decision";
    public const string LlmResultOfT = "LlmResult";
    public const string PolicyContract = "IPolicy";
    public const string LlmCallByHand = "LlmCall";
    public const string TokenUsage = "TokenUsage";

    /// <summary>Attributes that make a method observed.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [Observe, Step, ToolCall, Decision, Retrieval, Reasoning, LlmCall, Retry];

    /// <summary>Attributes that put a policy on a method.</summary>
    public static IReadOnlyList<string> Policies { get; } =
        [Policy, Budget, RateLimit, AllowTools, MaxSteps, RequireUserGroup, RequireApproval];

    /// <summary>Roles that fill the identity of a run, by attribute, with the property they fill.</summary>
    public static IReadOnlyDictionary<string, string> IdentityRoles { get; } = new Dictionary<string, string>
    {
        ["SessionIdAttribute"] = "SessionId",
        ["UserIdAttribute"] = "UserId",
        ["EndUserIdAttribute"] = "EndUserId",
        ["UserGroupAttribute"] = "UserGroup",
        ["AnonymousIdAttribute"] = "AnonymousId",
    };

    /// <summary>Attributes that give a parameter a role besides being an argument.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. IdentityRoles.Keys, Tag, Metadata];
}
