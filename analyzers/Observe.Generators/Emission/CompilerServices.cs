namespace Observe.Generators.Emission;

/// <summary>The names of the runtime library that generated code mentions, fully qualified.</summary>
internal static class CompilerServices
{
    public const string Gate = Namespace + "ObserverGate";
    public const string Call = Namespace + "ObservedCall";
    public const string Writer = Namespace + "CaptureWriter";
    public const string Descriptor = Namespace + "ScopeDescriptor";
    public const string ScopeKind = "global::Observe.ScopeKind";
    public const string Identity = Namespace + "RunIdentity";
    public const string RoleText = Namespace + "RoleText";
    public const string DecisionTask = Namespace + "DecisionTask";
    public const string RunContext = "global::Observe.RunContext";

    private const string Namespace = "global::Observe.CompilerServices.";
}
