namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Types of the user's: shared ones, and some declared beside the observed type under awkward names.</summary>
internal static class UserTypes
{
    private static readonly (string Name, string Sample, bool IsStruct)[] s_shared =
    [
        ("Data", "new global::Fuzz.Data(1, \"n\", new global::Fuzz.Data(2))", false),
        ("MoreData", "new global::Fuzz.MoreData(1, \"s\") { Size = 2 }", false),
        ("Widget", "new global::Fuzz.Widget()", false),
        ("Loop", "new global::Fuzz.Loop { Next = new() }", false),
        ("Money", "new global::Fuzz.Money(1.5m, \"EUR\")", true),
        ("Point", "new global::Fuzz.Point { X = 1 }", true),
        ("IShape<string>", "null!", false),
        ("IMarker", "new global::Fuzz.Widget()", false),
        ("Self", "new global::Fuzz.Self()", false),
        ("Box<int>", "new global::Fuzz.Box<int>()", false),
        ("Box<string>.Inner<int>", "new global::Fuzz.Box<string>.Inner<int>()", false),
        ("Box<int>.Inner<string>.Deep", "default", true),
        ("Box<Box<int>>", "new global::Fuzz.Box<global::Fuzz.Box<int>>()", false),
        ("Outer.Nested", "new global::Fuzz.Outer.Nested(\"n\")", false),
        ("Outer.Callback", "null!", false),
        ("Later", "new global::Fuzz.Later()", false),
        ("Handler", "new global::Fuzz.Handler(1, 2)", true),
        ("Token", "new global::Fuzz.Token(\"secret\")", false),
        ("Hidden", "new global::Fuzz.Hidden()", false),
        ("Raw", "default", true),
    ];

    public static FuzzedType Shared(Draft draft)
    {
        (string name, string sample, bool isStruct) = draft.Choices.OneOf<(string, string, bool)>(s_shared);
        FuzzedType type = Of(draft, draft.Ours(draft.IsQualified ? name.Replace("<Box<", "<global::Fuzz.Box<", StringComparison.Ordinal) : name), sample, isStruct);
        return type with { IsSensitive = name is "Token" or "MoreData" };
    }

    public static FuzzedType Enum(Draft draft)
    {
        (string name, string[] members) = draft.Choices.OneOf<(string, string[])>(
            ("Colour", ["Red", "@class", "Größe"]), ("Rights", ["All", "Read | global::Fuzz.Rights.Write"]), ("Tiny", ["Low"]), ("Box<int>.Sort", ["B"]));
        string text = draft.Ours(name);
        string full = "global::Fuzz." + name;
        string[] defaults = ["default", $"default({text})", "0", $"({text})42", .. members.Select(member => $"{full}.{member}")];
        return draft.Choices.Chance(20)
            ? new(text + "?") { Sample = $"{full}.{members[0]}", IsOption = true, Defaults = ["null", "default", .. defaults[3..]] }
            : new(text) { Sample = $"{full}.{members[0]}", IsOption = true, Defaults = defaults };
    }

    /// <summary>A type that is declared beside the observed one.</summary>
    public static FuzzedType Local(Draft draft)
    {
        if (draft.LocalTypes.Count > 0 && draft.Choices.Chance(40))
        {
            return draft.Choices.OneOf<FuzzedType>([.. draft.LocalTypes]);
        }

        string name = draft.TakeType(draft.IsQualified && draft.Choices.Chance(50)
            ? draft.Choices.OneOf("System", "Observe", "Task", "RunContext", "Decision", "Exception", "ObserverGate", "String", "@class", "ObserveDescriptors", "ScopeKind", "Global")
            : draft.Choices.OneOf("Order", "Größe", "@Record", "名", "Task1"));
        string prefixed = $"{name}_{draft.Marker}";
        string used = draft.IsQualified && !draft.IsGlobal && draft.Choices.Chance(60) ? name : prefixed;
        (string declaration, bool isStruct) = draft.Choices.Below(9) switch
        {
            0 => ($"public sealed class {used}", false),
            1 => ($"public sealed record {used}(int Id, string @class)", false),
            2 => ($"public record struct {used}(int Id)", true),
            3 => ($"public enum {used} {{ @default, A, B = -1, C = A }}", true),
            4 => ($"public interface {used} {{ int Number {{ get; }} string @class => \"\"; }}", false),
            5 => ($"public struct {used} {{ public int Field; public {used}[] Many {{ get; set; }} }}", true),
            6 => ($"[global::System.Obsolete{draft.Choices.OneOf("", "(\"old\")", "(\"gone\", true)", "(\"gone\", DiagnosticId = \"FUZZ3\")")}] public sealed class {used}", false),
            7 => ($"public delegate int {used}(ref int a, params string[] b)", false),
            _ => ($"public class {used} {{ public required int Must {{ get; init; }} public {used} Self => throw new global::System.Exception(); }}", false),
        };
        draft.MentionsObsolete |= declaration.StartsWith('[');
        draft.Neighbours.Add(declaration.EndsWith('}') ? declaration : declaration + ";");
        FuzzedType type = Of(draft, used, "default!", isStruct);
        draft.LocalTypes.Add(type);
        return type;
    }

    private static FuzzedType Of(Draft draft, string text, string sample, bool isStruct) =>
        isStruct
            ? draft.Choices.Chance(20)
                ? new(text + "?") { Sample = sample, Defaults = ["null", "default"] }
                : new(text) { Sample = sample, Defaults = ["default", $"default({text})"] }
            : draft.IsNullable && draft.Choices.Chance(20)
                ? new(text + "?") { Sample = sample, Defaults = ["null", "default"] }
                : new(text) { Sample = sample, Defaults = ["null!", "default!"] };
}
