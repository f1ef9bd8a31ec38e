using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Type parameters with all sorts of constraints.</summary>
internal static class ConstraintPool
{
    private static readonly string[] s_attributes =
    [
        "", "", "", "", "[global::Fuzz.Mark] ", "[global::Fuzz.Mark(typeof(int), \"a\", Kind = typeof(global::Fuzz.Box<>))] ",
        "[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.All)] ",
    ];

    public static FuzzedTypeParameter Draw(Draft draft, bool isMethod)
    {
        string name = NamePool.TypeParameter(draft);
        FuzzedTypeParameter parameter = Constrained(draft, name, isMethod) with { Attributes = draft.Choices.OneOf<string>(s_attributes) };
        draft.TypeParameters.Add(parameter);
        return parameter;
    }

    private static FuzzedTypeParameter Constrained(Draft draft, string name, bool isMethod) => draft.Choices.Below(24) switch
    {
        0 or 1 => Of(name, "", "int"),
        2 => Of(name, "", "string"),
        3 => Of(name, "class", "string", "class"),
        4 => draft.IsNullable ? Of(name, "class?", "string", "class") with { IsNullableAllowed = true } : Of(name, "class", "string", "class"),
        5 => Of(name, "struct", "int", "struct"),
        6 => Of(name, "unmanaged", "long", "struct"),
        7 => Of(name, "notnull", "string"),
        8 => Of(name, "new()", "int"),
        9 => Of(name, "class, new()", "global::Fuzz.Widget", "class"),
        10 => Of(name, $"{draft.System($"IComparable<{name}>")}", "int"),
        11 => Of(name, $"struct, {draft.System($"IComparable<{name}>")}, {draft.System($"IEquatable<{name}>")}", "int", "struct"),
        12 => Of(name, draft.System("Enum"), "global::System.DayOfWeek"),
        13 => Of(name, $"struct, {draft.System("Enum")}", "global::Fuzz.Colour", "struct"),
        14 => Of(name, draft.System("Delegate"), "global::System.Action", "class"),
        15 => Of(name, draft.Ours("Widget"), "global::Fuzz.Widget", "class"),
        16 => Of(name, draft.Ours($"ISelf<{name}>"), "global::Fuzz.Self"),
        17 => Of(name, $"global::System.Numerics.INumber<{name}>", "double"),
        18 => Of(name, draft.OrNull(draft.Ours("IMarker")), "global::Fuzz.Widget"),
        19 => draft.TypeParameters.FirstOrDefault(static other => !other.AllowsRefLike && other.Variance.Length == 0 && other.OverrideConstraint == "default") is { } other
            ? Of(name, other.Name, other.Argument)
            : Of(name, "", "bool"),
        20 => Of(name, $"class, {draft.Ours("IMarker")}, {draft.System("IDisposable")}, new()", "global::Fuzz.Widget", "class"),
        21 => Of(name, $"unmanaged, {draft.System("Enum")}", "global::Fuzz.Tiny", "struct"),
        22 when isMethod && draft.HasNewerThan(LanguageVersion.CSharp12) =>
            Of(name, draft.Choices.OneOf("allows ref struct", $"{draft.System("IDisposable")}, allows ref struct"), "global::Fuzz.Widget") with { AllowsRefLike = true },
        _ => Of(name, draft.Ours($"IShape<{name}[]>") + (draft.IsNullable ? "?" : ""), "global::Fuzz.Shaped", "default"),
    };

    private static FuzzedTypeParameter Of(string name, string constraints, string argument, string override_ = "default") =>
        new(name) { Constraints = constraints, Argument = argument, OverrideConstraint = override_ };
}
