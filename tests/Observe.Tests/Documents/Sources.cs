using System.Reflection;

namespace Observe.Tests.Documents;

/// <summary>Files of the repository that tests read.</summary>
internal static class Sources
{
    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(
        typeof(Sources).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "ProjectDirectory").Value!,
        "..",
        ".."));

    public static string PathOf(string path) => Path.Combine(Repository, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The C# files below a folder that are written by hand.</summary>
    public static IEnumerable<string> FilesIn(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(Repository, file).Split(Path.DirectorySeparatorChar);
            if (!parts.Contains("obj") && !parts.Contains("bin"))
            {
                yield return file;
            }
        }
    }
}
