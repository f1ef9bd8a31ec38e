using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The file-local class with the descriptors: never generic, so each exists once and is a constant to the JIT compiler.</summary>
internal static class DescriptorSource
{
    private const int LongestList = 80;

    public static void Write(SourceWriter writer, ObservedType type)
    {
        List<ObservedMethod> methods =
            [.. type.Methods.Where(static method => method.Implementation == ImplementationKind.Observed)];
        if (methods.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"""
            {GroupComment.Descriptors}
            {WrittenAttributes.Class}
            file static class {type.DescriptorClass}
            """);
        using (writer.OpenBlock())
        {
            for (int i = 0; i < methods.Count; i++)
            {
                if (i > 0)
                {
                    writer.WriteLine();
                }

                WriteDescriptor(writer, methods[i]);
            }
        }
    }

    private static void WriteDescriptor(SourceWriter writer, ObservedMethod method)
    {
        ScopeDescription scope = method.Scope;
        WriteConstruction(writer, scope);
        writer.WriteLine("{");
        writer.WriteIndented(Properties(scope));
        WriteAdditions(writer, method);
        writer.WriteLine("};");
    }

    // A program without calls of language models does not carry what only they need.
    private static void WriteConstruction(SourceWriter writer, ScopeDescription scope) =>
        writer.WriteLine(scope.Kind == ScopeKind.LlmCall
            ? $"""
                internal static readonly {CompilerServices.LlmDescriptor} {scope.Field} = new({Literal.Text(scope.Name)})
                """
            : $"""
                internal static readonly {CompilerServices.Descriptor} {scope.Field} = new(
                    {CompilerServices.ScopeKind}.{scope.Kind},
                    {Literal.Text(scope.Name)})
                """);

    private static IEnumerable<string> Properties(ScopeDescription scope)
    {
        yield return $"Member = {Literal.Text(scope.Member)},";
        foreach (Setting setting in scope.Settings)
        {
            yield return $"{setting.Name} = {setting.Value},";
        }

        if (scope.Leaf)
        {
            yield return "Leaf = true,";
        }

        if (!scope.CapturesArguments)
        {
            yield return "CapturesArguments = false,";
        }

        if (!scope.CapturesResult)
        {
            yield return "CapturesResult = false,";
        }

        if (scope.Options.Count > 0)
        {
            yield return $"Options = [{string.Join(", ", scope.Options.Select(Literal.Text))}],";
        }
    }

    private static void WriteAdditions(SourceWriter writer, ObservedMethod method)
    {
        List<string> lines = [];
        if (method.Scope.Roles.Count > 0)
        {
            lines.Add($"Roles = {Construction(CompilerServices.Roles, [.. method.Scope.Roles.Select(static role => $"{role.Name} = {role.Value}")])},");
        }

        if (method.Scope.Policies.Count > 0)
        {
            lines.Add("Policies =\n[");
            lines.AddRange(method.Scope.Policies.Select(static policy => $"    {Policy(policy)},"));
            lines.Add("],");
        }

        if (method.Retry is { } retry)
        {
            lines.Add($"Retry = {Rules(retry)},");
        }

        writer.WriteIndented(lines);
    }

    private static string Policy(DeclaredPolicy policy) => policy.Type is { } type
        ? $"new {type}()"
        : $"{CompilerServices.Policies}.{policy.Factory}({string.Join(", ", policy.Arguments)})";

    private static string Rules(Retry retry)
    {
        List<string> rules = [.. retry.Rules.Select(static rule => $"{rule.Name} = {rule.Value}")];
        if (retry.Handles.Count > 0)
        {
            rules.Add($"Handles = {WrittenAttributes.Lambda} static (exception) => exception is {string.Join(" or ", retry.Handles)}");
        }

        return Construction(CompilerServices.RetryRules, rules);
    }

    private static string Construction(string type, List<string> settings)
    {
        string list = string.Join(", ", settings);
        return settings.Count == 0 ? $"new {type}()"
            : list.Length <= LongestList ? $"new {type} {{ {list} }}"
            : $$"""
                new {{type}}
                {
                    {{string.Join(",\n    ", settings)}},
                }
                """;
    }
}
