namespace Observe.Tests.Exporting;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("observe-tests-").FullName;

    public string[] Files => Directory.Exists(Path) ? [.. Directory.GetFiles(Path).Order(StringComparer.Ordinal)] : [];

    /// <summary>All lines of all files; every file ends with a whole line.</summary>
    public string[] Lines => [.. Files.SelectMany(file =>
    {
        string text = File.ReadAllText(file);
        Assert.True(text.Length == 0 || text.EndsWith('\n'), $"{file} ends in half a line");
        return text.Split('\n')[..^1];
    })];

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
