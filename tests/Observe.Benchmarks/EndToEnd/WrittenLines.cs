namespace Observe.Benchmarks.EndToEnd;

/// <summary>Counts what is in the files, not what somebody says he has written.</summary>
internal static class WrittenLines
{
    /// <summary>Lines, and scopes: each scope has one member "parent".</summary>
    public static (long Lines, long Scopes) Count(DirectoryInfo directory)
    {
        long lines = 0;
        long scopes = 0;
        foreach (FileInfo file in directory.EnumerateFiles("*.jsonl"))
        {
            foreach (string line in File.ReadLines(file.FullName))
            {
                lines++;
                scopes += line.AsSpan().Count("\"parent\":");
            }
        }

        return (lines, scopes);
    }
}
