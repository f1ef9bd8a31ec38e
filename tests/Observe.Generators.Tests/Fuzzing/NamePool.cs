namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Names as users choose them: plain, foreign, escaped, keywords, and those that generated code would like to have itself.</summary>
internal static class NamePool
{
    private static readonly string[] s_parameters =
    [
        "a", "text", "count", "@class", "@namespace", "größe", "名前", "\\u0061bc", "_", "__", "_1", "value", "writer", "call", "arguments",
        "task", "stream", "sequence", "exception", "report", "conversation", "message", "admission", "run", "enumeration", "item", "retry",
        "result", "field", "record", "var", "dynamic", "await", "async", "nameof", "scoped", "where", "when", "yield", "file", "partial", "nint",
        "required", "extension", "allows", "managed", "unmanaged", "notnull", "global", "@this", "@base", "@default", "@null", "@true", "System",
        "Observe", "Task", "ObserverGate", "ObserveDescriptors", "ObserveCapture", "RunContext", "ObservedCall", "Exception", "equals", "query",
        "model", "prompt", "temperature", "get", "set", "init", "add", "and", "or", "not", "with", "alias", "args", "ascending", "by", "from",
        "select", "let", "into", "on", "join", "orderby", "group", "@int", "@void", "éa", "a\u0301b", "ㅏ", "@_", "T", "attempt", "@catch",
    ];

    private static readonly string[] s_methods =
    [
        "Run", "RunAsync", "Add", "Async", "Core", "CoreAsync", "@class", "@new", "Größe", "名前Async", "\\u0041dd", "record", "var", "_", "__",
        "value", "ObserveDescriptors", "ObserveCapture", "ObservedRun", "Observe", "Task", "System", "Equal", "Dispose", "MoveNext", "Invoke",
        "GetAwaiter2", "Deconstruct", "await", "field", "dynamic", "nameof", "TryGet", "Step", "Fuzz", "global", "Global", "async", "Run1", "A_B", "where",
    ];

    private static readonly string[] s_types =
    [
        "Agent", "@Class", "Größe", "名前", "Agent_1", "A", "\\u0041rgent", "Service", "ObservedRun", "ObservedAdd",
    ];

    // Only where every other type is written in full.
    private static readonly string[] s_shadowing =
    [
        "Observe", "System", "Task", "ObservedCall", "ObserverGate", "RunContext", "Decision", "Exception", "String", "Object", "Int32", "Void",
        "ValueTask", "IEnumerable", "CancellationToken", "StepAttribute", "Step", "ScopeDescriptor", "CaptureWriter", "Threading",
        "Diagnostics", "DebuggerStepThroughAttribute", "StackTraceHidden", "CompilerServices", "Attribute", "Action", "Func", "Nullable",
        "ObserveDescriptors", "ObserveCapture", "Global", "@global",
    ];

    private static readonly string[] s_typeParameters = ["T", "TValue", "@in", "@class", "Größe", "U", "T1", "名"];

    private static readonly string[] s_shadowingTypeParameters =
        ["Task", "System", "Observe", "String", "ObservedCall", "ObserveDescriptors", "ObserveCapture", "@call", "@writer", "@value", "@report", "Exception", "Object", "RunCore", "AddCore", "ObservedRun"];

    public static string Parameter(Draft draft) => draft.Take(draft.Choices.OneOf<string>(s_parameters));

    /// <summary>A member may not be named like its type.</summary>
    public static string Method(Draft draft, FuzzedContainer container)
    {
        string name = draft.Choices.OneOf<string>(s_methods);
        return name == container.Name || container.TypeParameters.Any(parameter => parameter.Name == name) ? name + "9" : name;
    }

    public static string Type(Draft draft) => draft.TakeType(
        draft.IsQualified && draft.Choices.Chance(40) ? draft.Choices.OneOf<string>(s_shadowing) : draft.Choices.OneOf<string>(s_types));

    public static string TypeParameter(Draft draft) => draft.TakeTypeParameter(
        draft.IsQualified && draft.Choices.Chance(30)
            ? draft.Choices.OneOf<string>(s_shadowingTypeParameters)
            : draft.Choices.OneOf<string>(s_typeParameters));
}
