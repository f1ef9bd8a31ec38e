namespace Observe.Tests.Policies.Files;

/// <summary>A policy file in a directory of its own.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("observe-policies-");

    public TemporaryFile(string? content = null)
    {
        if (content is not null)
        {
            Write(content);
        }
    }

    public string FullPath => Path.Combine(_directory.FullName, "policies.json");

    /// <summary>Writes the file in place, with a time of change that differs from the one before.</summary>
    public void Write(string content)
    {
        DateTime before = File.Exists(FullPath) ? File.GetLastWriteTimeUtc(FullPath) : new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllText(FullPath, content);
        File.SetLastWriteTimeUtc(FullPath, before.AddSeconds(1));
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
