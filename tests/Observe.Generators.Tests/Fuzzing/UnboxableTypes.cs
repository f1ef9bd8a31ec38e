namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Types whose values cannot be type arguments: ref structs and pointers.</summary>
internal static class UnboxableTypes
{
    public static FuzzedType RefLike(Draft draft) => draft.Choices.Below(5) switch
    {
        0 => Of(draft.System($"Span<{TypePool.Argument(draft, 2).Text}>"), isParams: false),
        1 => Of(draft.System($"ReadOnlySpan<{TypePool.Argument(draft, 2).Text}>"), isParams: true),
        2 => Of(draft.System("ReadOnlySpan<char>"), isParams: true),
        3 => Of(draft.Ours("Window"), isParams: false),
        _ => Of(draft.System("Span<byte>"), isParams: true),
    };

    public static FuzzedType Pointer(Draft draft)
    {
        draft.IsUnsafe = true;
        return draft.Choices.Below(8) switch
        {
            0 => Of("int*"),
            1 => Of("void*"),
            2 => Of("byte**"),
            3 => Of("delegate*<int, void>"),
            4 => Of("delegate* unmanaged[Cdecl, SuppressGCTransition]<int*, in long, ref int>"),
            5 => Of("delegate*<delegate*<void>, string>"),
            6 => Of("global::Fuzz.Point*"),
            _ => new("int*[]") { Sample = "null!", Defaults = ["null!"], Shown = "{0} is null" },
        };

        static FuzzedType Of(string text) => new(text)
        {
            Sample = "default",
            Defaults = ["null", "default"],
            IsPointer = true,
            Shown = "(nint){0}",
        };
    }

    /// <summary>A type parameter that may stand for a ref struct.</summary>
    public static FuzzedType Anonymous(string text) => new(text) { IsRefLike = true, Sample = "default!", Shown = "typeof(" + text + ").Name" };

    private static FuzzedType Of(string text, bool isParams) =>
        new(text) { IsRefLike = true, MayBeParams = isParams, Sample = "default", Defaults = ["default"], Shown = "{0}.Length" };
}
