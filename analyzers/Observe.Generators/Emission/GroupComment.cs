using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>One line above each part of a generated file; ordinary comments, which do not reach the user's documentation file.</summary>
internal static class GroupComment
{
    public const string Observed = "// Opens the scope, hands over what is captured, calls the body and closes the scope.";
    public const string Admitted = "// Waits for policies that do not answer at once; only then is the body called.";
    public const string Retried = "// Calls the body until an attempt is accepted.";
    public const string Captures = "// Captures values of the types above, one method for each type.";
    public const string Descriptors = "// What the attributes say, built once.";

    /// <summary>Stands above the part that implements the user's declaration.</summary>
    public static string Implementation(ObservedMethod method) => method.Implementation switch
    {
        ImplementationKind.Observed => $"// {Kind(method.Scope.Kind)} {Literal.Text(method.Scope.Name)}.",
        ImplementationKind.PassThrough => "// Not observed: an error says why.",
        _ => "// Without a body: an error says so.",
    };

    private static string Kind(ScopeKind kind) => kind switch
    {
        ScopeKind.Run => "The run",
        ScopeKind.Step => "The step",
        ScopeKind.ToolCall => "The tool call",
        ScopeKind.Decision => "The decision",
        ScopeKind.Retrieval => "The retrieval",
        ScopeKind.Reasoning => "The reasoning",
        ScopeKind.LlmCall => "The call of a language model",
        _ => "The attempts at",
    };
}
