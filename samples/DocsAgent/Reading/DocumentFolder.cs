using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace Docs.Reading;

/// <summary>A folder of Markdown (<c>*.md</c>) and text (<c>*.txt</c>) files, read with its subfolders.</summary>
/// <param name="root">The folder.</param>
/// <param name="except">A file to leave out even when it lies in the folder; null for none.</param>
public sealed class DocumentFolder(string root, string? except = null)
{
    private static readonly HashSet<string> s_ignoredFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", ".git", "artifacts", "runs", "node_modules", "BenchmarkDotNet.Artifacts", "TestResults",
    };

    private readonly string? _except = except is null ? null : Path.GetFullPath(except);

    public string Root { get; } = Path.GetFullPath(root);

    /// <exception cref="UnusableInputException">There is no such folder.</exception>
    public async IAsyncEnumerable<Document> ReadAsync(SkippedFiles skipped, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (string path in FindFiles(ct))
        {
            TextFile file = await TextFile.ReadAsync(path, ct);
            if (file.Skipped is { } reason)
            {
                skipped.Add(reason);
                continue;
            }

            yield return new Document(Path.GetRelativePath(Root, path).Replace('\\', '/'), file.Lines);
        }
    }

    private List<string> FindFiles(CancellationToken ct)
    {
        if (!Directory.Exists(Root))
        {
            string problem = File.Exists(Root) ? "This is a file, not a folder" : "There is no such folder";
            throw new UnusableInputException($"{problem}: {Root}");
        }

        FileSystemEnumerable<string> files = new(
            Root,
            (ref entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsDocument(entry.FileName),
            // A linked folder may lead back to one of its parents.
            ShouldRecursePredicate = (ref entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !s_ignoredFolders.Contains(entry.FileName.ToString()),
        };

        List<string> paths = [];
        foreach (string path in files)
        {
            ct.ThrowIfCancellationRequested();
            if (path != _except)
            {
                paths.Add(path);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private static bool IsDocument(ReadOnlySpan<char> name) =>
        name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
}
