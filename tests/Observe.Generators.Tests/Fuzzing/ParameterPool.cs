using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Parameters of a fuzzed method.</summary>
internal static class ParameterPool
{
    public static List<FuzzedParameter> Draw(Draft draft, string method, bool isExtension)
    {
        int count = draft.Choices.OneOf(1, 0, 1, 2, 2, 3, 3, 4, 5, 8);
        List<FuzzedParameter> parameters = [];
        for (int i = 0; i < Math.Max(count, isExtension ? 1 : 0); i++)
        {
            parameters.Add(One(draft, method, isThis: isExtension && i == 0));
        }

        if (draft.Choices.Chance(20))
        {
            parameters.Add(new FuzzedParameter(NamePool.Parameter(draft), Token(draft)));
        }

        Params(draft, method, parameters);
        Defaults(draft, parameters);
        return [.. parameters.Select(parameter => ParameterAttributes.With(draft, parameter))];
    }

    private static FuzzedType Token(Draft draft) =>
        new(draft.Named("System.Threading", "CancellationToken")) { Sample = "default", Defaults = ["default"] };

    private static string Name(Draft draft, string method) => draft.Choices.Chance(4)
        ? draft.Take(draft.Choices.OneOf("Observed", "Retried", "Admitted") + method.TrimStart('@').Replace("\\u0041", "A", StringComparison.Ordinal))
        : NamePool.Parameter(draft);

    private static FuzzedParameter One(Draft draft, string method, bool isThis)
    {
        string name = Name(draft, method);
        FuzzedTypeParameter? open = draft.TypeParameters.Find(static parameter => parameter.AllowsRefLike);
        FuzzedType type = open is not null && draft.Choices.Chance(60) ? UnboxableTypes.Anonymous(open.Name) : TypePool.Any(draft);
        if (isThis)
        {
            return new FuzzedParameter(name, type.IsDynamic || type.IsPointer ? ScalarTypes.Draw(draft) : type) { IsThis = true };
        }

        string passing = draft.Choices.Chance(20) ? draft.Choices.OneOf("ref", "out", "in", "ref readonly") : "";
        if (type.IsDynamic && passing.Length > 0 && !draft.MayBreak("OBS1005"))
        {
            passing = "";
        }

        bool isScoped = passing != "out" && draft.Choices.Chance(25) && (type.IsRefLike || passing.Length > 0);
        return new FuzzedParameter(name, type) { Passing = passing, IsScoped = isScoped, CoreType = CoreType(draft, type, passing), Before = Before(draft) };
    }

    // What may differ between declaration and body.
    private static string? CoreType(Draft draft, FuzzedType type, string passing) =>
        passing.Length > 0 || !draft.Choices.Chance(10) ? null
        : type.IsDynamic ? type.Text.Replace("dynamic", "object", StringComparison.Ordinal)
        : type.Text == "object" ? "dynamic"
        : null;

    private static string Before(Draft draft) => draft.Choices.Chance(4)
        ? draft.Choices.OneOf(
            "/* comment */ ",
            "\n#if MISSING\n        int missing,\n#endif\n        ",
            "\n#region parameter\n        ",
            "\n#endregion\n        // comment\n        ".Replace("#endregion\n", "", StringComparison.Ordinal),
            "\n#pragma warning disable CS9999\n        ")
            .Replace("#region parameter\n", "#region parameter\n#endregion\n", StringComparison.Ordinal)
        : "";

    private static void Params(Draft draft, string method, List<FuzzedParameter> parameters)
    {
        if (!draft.Choices.Chance(15) || parameters.Exists(static parameter => parameter.IsParams))
        {
            return;
        }

        bool isCollection = draft.HasNewerThan(LanguageVersion.CSharp12);
        FuzzedType type = draft.Choices.Chance(30) && isCollection ? UnboxableTypes.RefLike(draft) : CollectionTypes.Draw(draft, 1);
        if (!type.MayBeParams || (!isCollection && !type.Text.EndsWith("[]", StringComparison.Ordinal)))
        {
            type = new FuzzedType("int[]") { Sample = "new int[] { 1, 2 }" };
        }

        parameters.Add(new FuzzedParameter(Name(draft, method), type) { IsParams = true });
    }

    private static void Defaults(Draft draft, List<FuzzedParameter> parameters)
    {
        int last = parameters.Count - 1;
        if (last >= 0 && parameters[last].IsParams)
        {
            last--;
        }

        for (int i = last; i >= 0 && draft.Choices.Chance(45); i--)
        {
            FuzzedParameter parameter = parameters[i];
            if (parameter.Passing is "ref" or "out" or "ref readonly" || parameter.IsThis)
            {
                break;
            }

            parameters[i] = parameter with { Default = draft.Choices.OneOf<string>([.. parameter.Type.Defaults]) };
        }
    }
}
