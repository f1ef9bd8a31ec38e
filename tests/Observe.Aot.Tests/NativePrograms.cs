namespace Observe.Aot.Tests;

/// <summary>Publishes the programs of the folder <c>Programs</c> to a place of their own, where no other build writes.</summary>
public sealed class NativePrograms : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Publishes a program without a warning of the compiler, the trimmer or the native compiler.</summary>
    /// <returns>The native executable.</returns>
    internal async Task<FileInfo> PublishAsync(string name)
    {
        string project = Path.Combine(TestFolder.Project, "Programs", name);
        CommandResult publish = await Command.DotnetAsync(
            _folder.Path, "publish", project, "--configuration", "Release", "--artifacts-path", _folder.Of("artifacts"),
            "--output", _folder.Of(name), "-consoleLoggerParameters:NoSummary");
        Assert.Empty(publish.Succeeded().Complaints);
        return new FileInfo(_folder.Of(name, OperatingSystem.IsWindows() ? name + ".exe" : name));
    }

    /// <summary>Runs a published program in the folder that goes with the tests.</summary>
    internal Task<CommandResult> RunAsync(FileInfo program) => Command.RunAsync(program.FullName, _folder.Path);
}
