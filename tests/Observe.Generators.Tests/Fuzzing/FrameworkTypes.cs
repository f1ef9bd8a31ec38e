namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Types of the framework that are no collections.</summary>
internal static class FrameworkTypes
{
    private static readonly (string Namespace, string Name, string Sample)[] s_structs =
    [
        ("System", "DateTime", "new global::System.DateTime(2020, 1, 2)"),
        ("System", "DateTimeOffset", "default"),
        ("System", "TimeSpan", "global::System.TimeSpan.FromSeconds(3)"),
        ("System", "Guid", "default"),
        ("System", "DateOnly", "new global::System.DateOnly(2020, 1, 2)"),
        ("System", "TimeOnly", "default"),
        ("System", "Int128", "5"),
        ("System", "Half", "(global::System.Half)1.5"),
        ("System", "Index", "^1"),
        ("System", "Range", "1..^1"),
        ("System.Threading", "CancellationToken", "new global::System.Threading.CancellationToken(false)"),
        ("System", "Memory<byte>", "default"),
        ("System", "ReadOnlyMemory<char>", "default"),
        ("System", "ArraySegment<int>", "default"),
        ("System.Threading.Tasks", "ValueTask<int>", "default"),
        ("System", "ValueTuple", "default"),
        ("System", "IntPtr", "default"),
        ("System.Runtime.InteropServices", "GCHandle", "default"),
        ("System.Text.Json", "JsonElement", "default"),
        ("System.Numerics", "BigInteger", "5"),
        ("System.Text", "Rune", "new global::System.Text.Rune('x')"),
    ];

    private static readonly (string Namespace, string Name, string Sample)[] s_classes =
    [
        ("System", "Uri", "new global::System.Uri(\"https://example.org/a\")"),
        ("System", "Version", "new global::System.Version(1, 2)"),
        ("System", "Type", "typeof(int)"),
        ("System", "Exception", "new global::System.Exception(\"e\")"),
        ("System", "Action", "static () => { }"),
        ("System", "Func<int, string>", "static number => \"f\""),
        ("System", "Action<(int A, string)>", "static _ => { }"),
        ("System", "Lazy<int>", "new global::System.Lazy<int>(static () => { global::Fuzz.Journal.Note(\"lazy\"); return 1; })"),
        ("System.Threading.Tasks", "Task", "global::System.Threading.Tasks.Task.CompletedTask"),
        ("System.Threading.Tasks", "Task<int>", "global::System.Threading.Tasks.Task.FromResult(1)"),
        ("System.IO", "Stream", "global::System.IO.Stream.Null"),
        ("System.Text", "StringBuilder", "new global::System.Text.StringBuilder(\"sb\")"),
        ("System", "IServiceProvider", "null!"),
        ("System", "IDisposable", "new global::Fuzz.Resource(\"given\")"),
        ("System", "IComparable<string>", "\"comparable\""),
        ("System", "IFormattable", "5"),
        ("System", "Enum", "global::System.DayOfWeek.Friday"),
        ("System", "ValueType", "5"),
        ("System", "Delegate", "(global::System.Action)(static () => { })"),
        ("System", "Array", "new int[2]"),
        ("System.Text.Json.Nodes", "JsonNode", "global::System.Text.Json.Nodes.JsonValue.Create(1)!"),
        ("System.Collections", "IEnumerable", "new int[] { 1 }"),
        ("System", "IProgress<double>", "null!"),
        ("System.Security", "SecureString", "new global::System.Security.SecureString()"),
        ("System", "Tuple<int, string>", "new global::System.Tuple<int, string>(1, \"t\")"),
        ("System", "WeakReference<object>", "null!"),
        ("System.Linq.Expressions", "Expression<global::System.Func<int>>", "static () => 1"),
    ];

    public static FuzzedType Struct(Draft draft)
    {
        (string @namespace, string name, string sample) = draft.Choices.OneOf<(string, string, string)>(s_structs);
        FuzzedType type = new(Written(draft, @namespace, name)) { Sample = sample, Defaults = ["default", $"default({Written(draft, @namespace, name)})", $"new()"], IsOption = true };
        return draft.Choices.Chance(15) && name is not "ValueTask<int>"
            ? type with { Text = type.Text + "?", Defaults = ["null", "default"] }
            : type;
    }

    public static FuzzedType Class(Draft draft)
    {
        (string @namespace, string name, string sample) = draft.Choices.OneOf<(string, string, string)>(s_classes);
        string text = Written(draft, @namespace, name);
        return draft.IsNullable && draft.Choices.Chance(25)
            ? new(text + "?") { Sample = sample, Defaults = ["null", "default"] }
            : new(text) { Sample = sample, Defaults = ["null!", "default!"] };
    }

    // The namespaces that every file imports.
    private static string Written(Draft draft, string @namespace, string name) =>
        @namespace is "System" or "System.Threading" or "System.Threading.Tasks" ? draft.Named(@namespace, name) : $"global::{@namespace}.{name}";
}
