namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Values without parts, each with the sorts of constants it may default to.</summary>
internal static class ScalarTypes
{
    private static readonly FuzzedType[] s_all =
    [
        Of("int", "42", "0", "-1", "int.MaxValue", "int.MinValue", "1_000", "0x7F", "'a'", "checked(1 + 2)", "unchecked((int)0xFFFF_FFFF)", "sizeof(long)",
            "(int)global::Fuzz.Colour.Green", "default", "default(int)", "new int()"),
        Of("string", "\"hi\"", "\"\"", "\"a\\\"b\\\\\\n\\t\\0\\u2028\\ud800{0}\"", "@\"ver\"\"batim\\\"", "\"\"\"raw \"x\" \"\"\"", "nameof(System)", "\"a\" + \"b\"", "$\"{\"x\"}y\"",
            "null!", "default!", "\"/* */ // \""),
        Of("bool", "true", "true", "false", "default", "!true", "1 > 2"),
        Of("char", "'x'", "'\\''", "'\\uFFFF'", "'\\\\'", "'\"'", "'\\0'", "(char)7"),
        Of("double", "1.5", "0", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "-0.0", "1e300", "double.Epsilon", "1d / 3", "double.MaxValue"),
        Of("float", "1.5f", "float.NaN", "float.NegativeInfinity", "-0f", "1e-30f", "float.MaxValue", "3"),
        Of("decimal", "1.50m", "1.50m", "-79228162514264337593543950335m", "0.0m", "decimal.MaxValue", "-1", "1e-28m"),
        Of("long", "7L", "long.MinValue", "0xFFL", "-5", "default"),
        Of("ulong", "7UL", "ulong.MaxValue", "0", "1UL << 63"),
        Of("byte", "(byte)7", "255", "0", "byte.MaxValue"),
        Of("sbyte", "(sbyte)-7", "-128", "sbyte.MaxValue"),
        Of("short", "(short)-7", "short.MinValue", "-1"),
        Of("ushort", "(ushort)7", "ushort.MaxValue", "'a'"),
        Of("uint", "7U", "uint.MaxValue", "0b1010u"),
        Of("nint", "(nint)7", "0", "-1", "int.MaxValue", "default"),
        Of("nuint", "(nuint)7", "0", "uint.MaxValue"),
        Of("object", "(object)5", "null!", "default!"),
    ];

    public static FuzzedType Draw(Draft draft)
    {
        FuzzedType type = s_all[draft.Choices.Below(s_all.Length)];
        if (!draft.Choices.Chance(20) || (type.Text is "object" or "string" && !draft.IsNullable))
        {
            return type with { IsOption = true };
        }

        string[] defaults = [.. type.Defaults.Select(static constant => constant.TrimEnd('!')).Where(static constant => constant is not "new int()"), "null", "default"];
        return type with { Text = type.Text + "?", Defaults = defaults, IsOption = true, Sample = draft.Choices.Chance(30) ? "null" : type.Sample };
    }

    private static FuzzedType Of(string text, string sample, params string[] defaults) => new(text) { Sample = sample, Defaults = defaults };
}
