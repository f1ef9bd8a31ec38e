namespace Observe.Generators.Emission;

/// <summary>The names of the runtime library that generated code mentions, fully qualified.</summary>
internal static class CompilerServices
{
    public const string Gate = Namespace + "ObserverGate";
    public const string Call = Namespace + "ObservedCall";
    public const string Writer = Namespace + "CaptureWriter";
    public const string Descriptor = Namespace + "ScopeDescriptor";
    public const string LlmDescriptor = Namespace + "LlmDescriptor";
    public const string ScopeKind = "global::Observe.ScopeKind";
    public const string Identity = Namespace + "RunIdentity";
    public const string RoleText = Namespace + "RoleText";
    public const string DecisionTask = Namespace + "DecisionTask";
    public const string LlmTask = Namespace + "LlmTask";
    public const string LlmReport = Namespace + "LlmReport";
    public const string Roles = Namespace + "ScopeRoles";
    public const string Policies = Namespace + "DeclaredPolicies";
    public const string Admission = Namespace + "Admission";
    public const string RetryRules = Namespace + "RetryRules";
    public const string RetryLoop = Namespace + "RetryLoop";
    public const string RunContext = "global::Observe.RunContext";

    public const string DecisionOf = "global::Observe.Decision";
    public const string LlmResultOf = "global::Observe.LlmResult";

    private const string Namespace = "global::Observe.CompilerServices.";
}
