using System.Reflection;

namespace Observe.Package.Tests.Commands;

/// <summary>A folder outside the repository, so that nothing of its settings reaches what is built there; it goes with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("observe-").FullName;

    /// <summary>The folder of the test project.</summary>
    public static string Project { get; } = typeof(TestFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Project, "..", ".."));

    /// <summary>A path in this folder.</summary>
    public string Of(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A virus scanner or compiler that still holds a file must not fail a test that has passed.
        }
    }
}
