namespace Observe.Generators.Tests.Fuzzing;

/// <summary>All sorts of types.</summary>
internal static class TypePool
{
    private const int MaximumDepth = 3;

    /// <summary>A type that may be a type argument.</summary>
    public static FuzzedType Argument(Draft draft, int depth) => draft.Choices.Below(depth >= MaximumDepth ? 5 : 9) switch
    {
        0 or 1 => ScalarTypes.Draw(draft),
        2 => UserTypes.Enum(draft),
        3 => UserTypes.Shared(draft),
        4 => TypeParameter(draft) ?? FrameworkTypes.Struct(draft),
        5 => CollectionTypes.Draw(draft, depth),
        6 => CollectionTypes.Tuple(draft, depth),
        7 => draft.Choices.Chance(30) ? UserTypes.Local(draft) : FrameworkTypes.Class(draft),
        _ => draft.Choices.Chance(25) ? Dynamic(draft) : Generic(draft, depth),
    };

    /// <summary>A type of a parameter, or of what a synchronous method returns.</summary>
    public static FuzzedType Any(Draft draft) => draft.Choices.Below(16) switch
    {
        < 10 => Argument(draft, 0),
        10 => TypeParameter(draft) ?? ScalarTypes.Draw(draft),
        11 => UserTypes.Local(draft),
        12 => Dynamic(draft),
        13 => draft.Choices.Chance(50) ? UnboxableTypes.Pointer(draft) : FrameworkTypes.Struct(draft),
        14 => FrameworkTypes.Class(draft),
        _ => UnboxableTypes.RefLike(draft),
    };

    private static FuzzedType Dynamic(Draft draft) =>
        new(draft.IsNullable && draft.Choices.Chance(30) ? "dynamic?" : "dynamic") { IsDynamic = true, Sample = "(object)5", Shown = "(object){0}!", Defaults = ["null!", "default!"] };

    private static FuzzedType Generic(Draft draft, int depth)
    {
        FuzzedType argument = Argument(draft, depth + 1);
        string name = draft.Choices.OneOf($"Box<{argument.Text}>", $"Box<{argument.Text}>.Inner<int>", $"Box<int>.Inner<{argument.Text}>", $"IShape<{argument.Text}>");
        return new(draft.Ours(name)) { Sample = "null!", Defaults = ["null!", "default!"], IsSensitive = argument.IsSensitive };
    }

    private static FuzzedType? TypeParameter(Draft draft)
    {
        List<FuzzedTypeParameter> usable = [.. draft.TypeParameters.Where(static parameter => !parameter.AllowsRefLike && parameter.Variance.Length == 0)];
        if (usable.Count == 0)
        {
            return null;
        }

        FuzzedTypeParameter parameter = draft.Choices.OneOf<FuzzedTypeParameter>([.. usable]);
        bool isValue = parameter.OverrideConstraint == "struct";
        bool isNullable = (draft.IsNullable || isValue) && parameter.IsNullableAllowed && draft.Choices.Chance(25);
        return new(parameter.Name + (isNullable ? "?" : "")) { Sample = "default!", Defaults = ["default!"], IsOption = true };
    }
}
