namespace Observe.Generators.Tests.Fuzzing;

/// <summary>The types around a fuzzed method, the outermost first.</summary>
internal static class ContainerPool
{
    private static readonly (string Keyword, string Modifiers)[] s_kinds =
    [
        ("class", ""), ("class", ""), ("class", "sealed"), ("class", "static"), ("class", "static"), ("class", "abstract"),
        ("struct", ""), ("struct", "readonly"), ("struct", "ref"), ("struct", "readonly ref"),
        ("record", ""), ("record", "sealed"), ("record", "abstract"), ("record class", ""), ("record struct", ""), ("record struct", "readonly"),
        ("interface", ""), ("interface", ""),
    ];

    private static readonly (string Keyword, string Modifiers)[] s_outer =
        [("class", ""), ("class", "static"), ("struct", ""), ("record", ""), ("interface", ""), ("class", "abstract")];

    public static List<FuzzedContainer> Draw(Draft draft)
    {
        int depth = draft.Choices.OneOf(0, 0, 0, 0, 0, 0, 1, 1, 2, 3);
        List<FuzzedContainer> containers = [];
        for (int i = 0; i <= depth; i++)
        {
            bool isInner = i == depth;
            (string keyword, string modifiers) = draft.Choices.OneOf<(string, string)>(isInner ? s_kinds : s_outer);
            string name = NamePool.Type(draft);
            FuzzedContainer container = new(keyword == "record class" ? "record class" : keyword, i == 0 && draft.IsGlobal ? $"{name}_{draft.Marker}" : name)
            {
                Modifiers = modifiers,
                TypeParameters = TypeParameters(draft, keyword, isInner),
                Accessibility = i > 0 && draft.Choices.Chance(20) ? "internal" : "public",
                Attributes = draft.Choices.OneOf("", "", "", "", "[global::Fuzz.Mark(\"type\")] ", "[global::System.ComponentModel.Description(\"{x}\")] "),
            };
            containers.Add(isInner ? Filled(draft, container) : container);
        }

        return containers;
    }

    private static List<FuzzedTypeParameter> TypeParameters(Draft draft, string keyword, bool isInner)
    {
        int count = draft.Choices.Chance(isInner ? 30 : 40) ? draft.Choices.OneOf(1, 1, 2, 3) : 0;
        List<FuzzedTypeParameter> parameters = [];
        for (int i = 0; i < count; i++)
        {
            FuzzedTypeParameter parameter = ConstraintPool.Draw(draft, isMethod: false);
            if (keyword == "interface" && isInner && parameter.Constraints.Length == 0 && draft.Choices.Chance(40))
            {
                draft.TypeParameters.Remove(parameter);
                parameter = parameter with { Variance = draft.Choices.OneOf("in ", "out ") };
                draft.TypeParameters.Add(parameter);
            }

            parameters.Add(parameter);
        }

        return parameters;
    }

    private static FuzzedContainer Filled(Draft draft, FuzzedContainer container)
    {
        if (container.IsInterface || container.IsStatic || container.IsRefLike)
        {
            return container;
        }

        if (draft.Choices.Chance(10))
        {
            string secret = draft.Choices.OneOf("sealed record FuzzSecret(int Id, string Name);", "enum FuzzSecret { A, B }", "struct FuzzSecret { public int Id { get; set; } }");
            container = container with { Members = $"    private {secret}\n\n" };
            draft.LocalTypes.Add(new FuzzedType("FuzzSecret") { Sample = "default!", Defaults = ["default!"] });
        }

        if (draft.Choices.Chance(25))
        {
            bool isRecord = container.Keyword.StartsWith("record", StringComparison.Ordinal);
            container = container with
            {
                Constructor = isRecord ? "(int Seed, string @else = \"\")" : "(int seed)",
                Construction = "(5)",
                Members = isRecord ? container.Members : container.Members + "    public int Seed { get; } = seed;\n\n",
            };
        }

        if (draft.Choices.Chance(12) && !container.IsAbstract)
        {
            container = container with
            {
                Construction = container.Construction + " { Must = 1 }",
                Members = container.Members + "    public required int Must { get; init; }\n\n",
            };
        }

        return container;
    }
}
