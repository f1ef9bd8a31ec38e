using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Observe.Benchmarks.Compiler;

/// <summary>What measured projects refer to: the assemblies of this process.</summary>
internal static class CompilerReferences
{
    public static ImmutableArray<MetadataReference> All { get; } = [.. Paths().Select(static path => MetadataReference.CreateFromFile(path))];

    public static IEnumerable<string> Paths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } file
                && (file is "Observe.dll" or "netstandard.dll" or "mscorlib.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"
                    || (file.StartsWith("System.", StringComparison.Ordinal) && file != "System.Management.dll" && file != "System.CodeDom.dll")));
}
