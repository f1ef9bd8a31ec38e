namespace Observe.Generators.Parsing;

/// <summary>Names of the public attributes and types that the generator looks for.</summary>
internal static class WellKnownNames
{
    public const string Namespace = "Observe";

    public const string Observe = "ObserveAttribute";
    public const string Step = "StepAttribute";
    public const string ToolCall = "ToolCallAttribute";
    public const string Decision = "DecisionAttribute";
    public const string ObserveDefaults = "ObserveDefaultsAttribute";

    public const string Tag = "TagAttribute";
    public const string Metadata = "MetadataAttribute";
    public const string Sensitive = "SensitiveAttribute";
    public const string NotCaptured = "NotCapturedAttribute";

    public const string RunContext = "RunContext";
    public const string DecisionOfT = "Decision";

    /// <summary>Roles that fill the identity of a run, by attribute, with the property they fill.</summary>
    public static IReadOnlyDictionary<string, string> IdentityRoles { get; } = new Dictionary<string, string>
    {
        ["SessionIdAttribute"] = "SessionId",
        ["UserIdAttribute"] = "UserId",
        ["EndUserIdAttribute"] = "EndUserId",
        ["UserGroupAttribute"] = "UserGroup",
        ["AnonymousIdAttribute"] = "AnonymousId",
    };
}
