using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The file-local class with the descriptors: never generic, so each exists once and is a constant to the JIT compiler.</summary>
internal static class DescriptorSource
{
    public static void Write(SourceWriter writer, ObservedType type)
    {
        List<ScopeDescription> scopes =
        [
            .. type.Methods
                .Where(static method => method.Implementation == ImplementationKind.Observed)
                .Select(static method => method.Scope),
        ];
        if (scopes.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"file static class {type.DescriptorClass}");
        using (writer.OpenBlock())
        {
            for (int i = 0; i < scopes.Count; i++)
            {
                if (i > 0)
                {
                    writer.WriteLine();
                }

                WriteDescriptor(writer, scopes[i]);
            }
        }
    }

    private static void WriteDescriptor(SourceWriter writer, ScopeDescription scope)
    {
        writer.WriteLine($$"""
            internal static readonly {{CompilerServices.Descriptor}} {{scope.Field}} = new(
                {{CompilerServices.ScopeKind}}.{{scope.Kind}},
                {{Literal.Text(scope.Name)}})
            {
            """);
        writer.WriteIndented(Properties(scope));
        writer.WriteLine("};");
    }

    private static IEnumerable<string> Properties(ScopeDescription scope)
    {
        yield return $"Member = {Literal.Text(scope.Member)},";
        foreach (Setting setting in scope.Settings)
        {
            yield return $"{setting.Name} = {Literal.Text(setting.Value)},";
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
}
