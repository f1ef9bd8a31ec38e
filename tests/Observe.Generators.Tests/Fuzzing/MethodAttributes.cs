namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Attributes of others on a fuzzed method.</summary>
internal static class MethodAttributes
{
    public static string Draw(Draft draft, FuzzedReturn returned, string modifiers, IReadOnlyList<FuzzedParameter> parameters, FuzzedContainer container)
    {
        List<string> attributes = draft.MentionsObsolete ? ["global::System.Obsolete"] : [];
        for (int i = 0; i < 2 && draft.Choices.Chance(18); i++)
        {
            string attribute = One(draft, returned, modifiers, parameters, container);
            string name = attribute.Split('(')[0];
            if (attribute.Length > 0 && !attributes.Exists(other => other.StartsWith(name, StringComparison.Ordinal)))
            {
                attributes.Add(attribute);
            }
        }

        return string.Concat(attributes.Select(static attribute => $"[{attribute}]\n    "));
    }

    private static string One(
        Draft draft, FuzzedReturn returned, string modifiers, IReadOnlyList<FuzzedParameter> parameters, FuzzedContainer container)
    {
        bool isFree = !DeclarationMaker.Has(modifiers, "override") && !DeclarationMaker.Has(modifiers, "new");
        bool mayVanish = returned.Kind == ReturnKind.Void && isFree && !container.IsInterface && parameters.All(static parameter => parameter.Passing != "out");
        return draft.Choices.Below(20) switch
        {
            0 => "global::Fuzz.Mark(1, \"x\")",
            1 => "global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)",
            2 => "global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)",
            3 => "global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)",
            4 when mayVanish => "global::System.Diagnostics.Conditional(\"FUZZ\")",
            5 => "global::System.Diagnostics.DebuggerStepThrough",
            6 => "global::System.Diagnostics.StackTraceHidden",
            7 => "global::System.Diagnostics.DebuggerHidden",
            8 => "global::System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"because \\\"so\\\"\", Url = \"https://example.org\")",
            9 => "global::System.Diagnostics.CodeAnalysis.RequiresDynamicCode(\"because\")",
            10 when isFree => "global::System.Diagnostics.CodeAnalysis.Experimental(\"FUZZ1\")",
            11 when isFree => $"global::System.Obsolete{draft.Choices.OneOf("", "(\"old\")", "(\"old\", true)", "(\"old\", DiagnosticId = \"FUZZ2\")")}",
            12 when returned.Result is not null => "return: global::Fuzz.Mark",
            13 when returned.Result is not null && returned.Reference.Length == 0 => "return: global::Observe." + draft.Choices.OneOf("Sensitive", "NotCaptured"),
            14 => "global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage(Justification = \"none\")",
            15 => "method: global::Fuzz.Mark(typeof(global::Fuzz.Box<>.Inner<>))",
            16 => "global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")",
            17 => "global::System.Runtime.Versioning.SupportedOSPlatform(\"linux\")",
            18 => "global::System.Runtime.CompilerServices.SkipLocalsInit",
            19 when isFree => "global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)",
            _ => "",
        };
    }
}
