namespace Docs.Reading;

/// <summary>Reads a section from its file again: the index holds words, not text.</summary>
public static class SectionReader
{
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public static async Task<string> ReadAsync(string folder, string path, int firstLine, int lastLine, CancellationToken ct)
    {
        try
        {
            return await ReadAsync(Path.Combine(folder, path), firstLine, lastLine, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The message of the system names the full path, and messages of exceptions end up in traces.
            throw new IOException($"{path} cannot be read any more: {e.GetType().Name}");
        }
    }

    private static async Task<string> ReadAsync(string file, int firstLine, int lastLine, CancellationToken ct)
    {
        List<string> lines = [];
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(file, ct))
        {
            number++;
            if (number > lastLine)
            {
                break;
            }

            if (number >= firstLine)
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines);
    }
}
