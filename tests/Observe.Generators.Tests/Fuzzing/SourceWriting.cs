using System.Globalization;
using System.Text;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Puts the parts of a declaration into files.</summary>
internal sealed class SourceWriting(Draft draft, Surroundings surroundings, List<FuzzedContainer> containers, FuzzedMethod method, bool isExtension)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Fuzz;
        using Observe;

        """;

    private readonly FuzzedContainer _inner = containers[^1];

    public FuzzedDeclaration Finish(bool isExecuted)
    {
        bool isSplit = draft.Choices.Chance(20);
        bool isUnsafeType = draft.IsUnsafe && draft.Choices.Chance(30);
        FuzzedContainer[] parts = [.. containers];
        if (draft.Choices.Chance(2) && draft.MayBreak("OBS1002"))
        {
            parts[draft.Choices.Below(parts.Length)] = parts[0] with { IsPartial = false };
            isSplit = false;
        }
        else if (draft.Choices.Chance(2) && draft.MayBreak("OBS1005"))
        {
            parts[0] = parts[0] with { Accessibility = "file" };
            isSplit = false;
        }

        if (isUnsafeType)
        {
            parts[^1] = parts[^1] with { Modifiers = (parts[^1].Modifiers + " unsafe").Trim() };
        }

        (string companion, string twinCompanion) = Companions.Draw(draft, _inner, method);
        string head = Attributed();
        bool isPartial = !(draft.Choices.Chance(2) && draft.MayBreak("OBS1001"));
        string modifiers = method.Modifiers.Length == 0 ? "" : method.Modifiers + " ";
        string declaration = Region(head + method.Attributes, method.Declaration(modifiers + (isPartial ? "partial" : ""), isPartial ? ";" : Body()));
        string twin = Region(method.Attributes, method.Declaration(method.Modifiers, Body()));
        Inherit(parts);
        ScenarioWriter scenario = new(draft, Path(isOpen: true), Path(isOpen: false), parts, method, surroundings);
        bool isCalled = isExecuted && scenario.IsPossible;
        return new FuzzedDeclaration(draft.Number, draft.Choices.Made)
        {
            Files = Files(parts, companion + declaration, isCalled ? scenario : null, isSplit),
            TwinFiles = Files(parts, twinCompanion + twin, isCalled ? scenario : null, isSplit),
            Rule = draft.Rule,
            Entry = isCalled ? scenario.EntryName : null,
        };
    }

    private string Body() => $" => {method.CallOfCore(Path(isOpen: true))};";

    private string Attributed()
    {
        string prefix = draft.IsQualified ? "global::Observe." : "";
        string target = draft.Choices.Chance(5) ? "method: " : "";
        string suffix = draft.Choices.Chance(5) ? "Attribute" : "";
        string[] attributes =
        [
            .. method.Scope.Attributes.Select(attribute =>
            {
                int end = attribute.IndexOf('(', StringComparison.Ordinal);
                return prefix + (end < 0 ? attribute + suffix : attribute[..end] + suffix + attribute[end..]);
            }),
        ];
        string documentation = draft.Choices.Chance(10) ? "/// <summary>What it does &amp; more.</summary>\n    " : "";
        if (draft.Choices.Chance(6))
        {
            documentation += draft.Choices.OneOf(
                "#if MISSING\n    [Missing]\n#elif !MISSING\n    // directive\n#endif\n    ",
                "#pragma warning disable CS0612\n    ",
                "#line 200 \"elsewhere.cs\"\n    ",
                "/* before */ ",
                "#region observed\n#endregion\n    ").Insert(0, "\n");
        }

        return draft.Choices.Chance(50)
            ? $"{documentation}[{target}{string.Join(", ", attributes)}]\n    "
            : documentation + string.Concat(attributes.Select(attribute => $"[{target}{attribute}]\n    "));
    }

    private string Region(string attributes, string declaration) => surroundings.IsRegion
        ? $"\n#nullable disable\n    {attributes}{declaration}\n#nullable restore\n"
        : $"    {attributes}{declaration}\n";

    // The base class or interface that an override overrides, or a new method hides.
    private void Inherit(FuzzedContainer[] parts)
    {
        bool isNew = method.Has("new");
        if (!isNew && !method.IsOverride)
        {
            return;
        }

        string[] access = [.. method.Modifiers.Split(' ').Where(static word => word is "public" or "internal" or "protected" or "private" or "unsafe")];
        bool isRecord = _inner.Keyword.StartsWith("record", StringComparison.Ordinal);
        string obsolete = method.Attributes.Contains("Obsolete", StringComparison.Ordinal) ? "[global::System.Obsolete] " : "";
        string inherited = method.Inherited(obsolete + string.Join(" ", access) + (isNew ? "" : " abstract"), isNew ? " => throw null!;" : ";");
        draft.Neighbours.Add($"public {(isNew ? "" : "abstract ")}{(isRecord ? "record" : "class")} Base_{draft.Marker}\n{{\n    {inherited}\n}}");
        parts[^1] = parts[^1] with { Bases = $" : {(draft.IsGlobal ? "" : "global::" + surroundings.Namespace + ".")}Base_{draft.Marker}" };
    }

    private string Path(bool isOpen)
    {
        string root = surroundings.Namespace.Length == 0 ? "global::" : $"global::{surroundings.Namespace}.";
        return root + string.Join(".", containers.Select(container => isOpen ? container.Name + container.Parameters : container.Closed));
    }

    private List<string> Files(FuzzedContainer[] parts, string declaration, ScenarioWriter? scenario, bool isSplit)
    {
        string core = $"    {method.Core}";
        string start = scenario?.Start() ?? "";
        string neighbours = string.Concat(draft.Neighbours.Select(static neighbour => neighbour + "\n\n"));
        string first = Typed(parts, isFirst: true, _inner.Members + declaration + (isSplit ? "" : "\n" + core) + start);
        string after = scenario?.Entry() ?? "";
        List<string> files = [Spaced(neighbours + first + after)];
        if (isSplit)
        {
            files.Add(Spaced(Typed(parts, isFirst: false, core)));
        }

        return files;
    }

    private string Typed(FuzzedContainer[] parts, bool isFirst, string members)
    {
        StringBuilder text = new();
        foreach (FuzzedContainer part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Head(isFirst)}\n{{\n");
        }

        text.Append(members);
        if (isExtension && isFirst && draft.Language == Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview)
        {
            text.Append("\n    extension(int number)\n    {\n        public int FuzzTwice() => number * 2;\n    }\n");
        }

        return text.Insert(text.Length, "}\n", parts.Length).ToString();
    }

    private string Spaced(string text)
    {
        string top = surroundings.Directive + Usings + "\n";
        string[] names = surroundings.IsNested ? surroundings.Namespace.Split('.') : [surroundings.Namespace];
        return surroundings.Namespace.Length == 0 ? top + text
            : surroundings.IsFileScoped ? $"{top}namespace {surroundings.Namespace};\n\n{text}"
            : $"{top}{string.Concat(names.Select(static name => $"namespace {name}\n{{\n"))}{text}{string.Concat(names.Select(static _ => "}\n"))}";
    }
}
