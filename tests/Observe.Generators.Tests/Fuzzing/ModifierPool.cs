namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Modifiers of a fuzzed method, in any order that the language allows.</summary>
internal static class ModifierPool
{
    public static string Draw(Draft draft, FuzzedContainer container, FuzzedReturn returned, IReadOnlyList<FuzzedParameter> parameters, bool isExtension)
    {
        bool isStatic = container.IsStatic || isExtension || draft.Choices.Chance(25);
        bool hasOut = parameters.Any(static parameter => parameter.Passing == "out");
        string accessibility = Accessibility(draft, container);
        if (parameters.Any(static parameter => IsSecret(parameter.Type.Text)) || IsSecret(returned.Text))
        {
            accessibility = "private";
        }

        if (accessibility is "private" && returned.Kind == ReturnKind.Void && !hasOut && !container.IsInterface && draft.Choices.Chance(40))
        {
            accessibility = "";
        }

        List<string> modifiers = [.. accessibility.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (isStatic)
        {
            modifiers.Add("static");
        }
        else if (container.IsValue && (container.IsReadOnly ? draft.Choices.Chance(10) : draft.Choices.Chance(30)))
        {
            modifiers.Add("readonly");
        }

        bool isPrivate = accessibility is "" or "private";
        if (container.IsInterface && !isPrivate && draft.Choices.Chance(30))
        {
            modifiers.Add("virtual");
        }
        else if (!container.IsInterface && !container.IsValue && !isStatic && !isPrivate && draft.Choices.Chance(30))
        {
            bool isVirtual = draft.Choices.Chance(40) && container.IsOpenForInheritance;
            modifiers.AddRange(isVirtual ? ["virtual"] : draft.Choices.OneOf<string[]>(["override"], ["sealed", "override"], ["new"]));
        }

        if (draft.IsUnsafe || draft.Choices.Chance(3))
        {
            draft.IsUnsafe = true;
            modifiers.Add("unsafe");
        }

        return string.Join(" ", Shuffled(draft, modifiers));
    }

    private static string Accessibility(Draft draft, FuzzedContainer container) =>
        container.IsOpenForInheritance ? draft.Choices.OneOf("public", "internal", "private", "protected", "protected internal", "private protected")
        : container.IsInterface ? draft.Choices.OneOf("public", "public", "private", "internal", "protected")
        : draft.Choices.OneOf("public", "public", "internal", "private");

    private static bool IsSecret(string type) => type.Contains("FuzzSecret", StringComparison.Ordinal);

    private static List<string> Shuffled(Draft draft, List<string> modifiers)
    {
        if (draft.Choices.Chance(20) && modifiers.Count > 1)
        {
            modifiers.Reverse();
        }

        return modifiers;
    }
}
