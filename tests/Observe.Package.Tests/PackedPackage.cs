using System.Runtime.CompilerServices;

namespace Observe.Package.Tests;

/// <summary>The package as <c>dotnet pack</c> makes it, on a local feed.</summary>
public sealed class PackedPackage : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    /// <summary>A version that no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    public string File => _folder.Of("feed", $"Observe.{Version}.nupkg");

    public string SymbolsFile => _folder.Of("feed", $"Observe.{Version}.snupkg");

    public async Task InitializeAsync()
    {
        // The outputs lie elsewhere than those of the build that runs the tests, which may be going on.
        CommandResult pack = await Command.DotnetAsync(
            TestFolder.Repository, "pack", Path.Combine("src", "Observe"), "--configuration", "Release", "--output", _folder.Of("feed"),
            "--artifacts-path", _folder.Of("artifacts"), $"-p:Version={Version}");
        Assert.Empty(pack.Succeeded().Complaints);

        // The machine's sources stay; only what is unpacked goes to a folder of its own.
        await System.IO.File.WriteAllTextAsync(
            _folder.Of("nuget.config"),
            """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <add key="observe-test-feed" value="feed" />
              </packageSources>
            </configuration>
            """);
        System.IO.File.Copy(Path.Combine(TestFolder.Repository, "global.json"), _folder.Of("global.json"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>Copies a project of the folder <c>Projects</c> to where it can restore the package.</summary>
    /// <returns>The folder of the copy.</returns>
    internal string CopyProject(string name, [CallerMemberName] string test = "")
    {
        string copy = Directory.CreateDirectory(_folder.Of(test)).FullName;
        foreach (string source in Directory.GetFiles(Path.Combine(TestFolder.Project, "Projects", name)))
        {
            System.IO.File.Copy(source, Path.Combine(copy, Path.GetFileName(source)), overwrite: true);
        }

        return copy;
    }

    /// <summary>Builds the project in a folder.</summary>
    internal Task<CommandResult> BuildAsync(string project, params string[] arguments) =>
        Command.DotnetAsync(project, ["build", $"-p:ObserveVersion={Version}", "-consoleLoggerParameters:NoSummary", .. arguments]);
}
