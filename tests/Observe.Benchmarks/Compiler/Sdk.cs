using System.Runtime.InteropServices;

namespace Observe.Benchmarks.Compiler;

/// <summary>Files of the .NET SDK that this process was started from.</summary>
internal static class Sdk
{
    private static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The generator of log methods that comes with the framework.</summary>
    public static string LoggerMessageGenerator { get; } = Newest(
        Path.Combine(Root, "packs", "Microsoft.AspNetCore.App.Ref"), Path.Combine("analyzers", "dotnet", "cs", "Microsoft.Extensions.Logging.Generators.dll"));

    /// <summary>The C# compiler.</summary>
    public static string Compiler { get; } = Newest(Path.Combine(Root, "sdk"), Path.Combine("Roslyn", "bincore", "csc.dll"));

    private static string Newest(string directory, string file) =>
        Directory.EnumerateDirectories(directory)
            .Where(version => File.Exists(Path.Combine(version, file)))
            .OrderByDescending(static version => Version.TryParse(Path.GetFileName(version), out Version? parsed) ? parsed : new Version())
            .Select(version => Path.Combine(version, file))
            .FirstOrDefault() ?? throw new FileNotFoundException($"The SDK in {directory} lacks {file}.");
}
