using System.Text;

namespace Docs.Reading;

/// <summary>The lines of a file, or why there are none.</summary>
public sealed record TextFile(IReadOnlyList<string> Lines, SkipReason? Skipped = null)
{
    public const long LargestBytes = 8 * 1024 * 1024;

    private const int BytesSearchedForNul = 8 * 1024;

    public static async Task<TextFile> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            // Pipes and devices report no length; opening one could block for ever.
            long length = new FileInfo(path).Length;
            if (length is 0 or > LargestBytes)
            {
                return Without(length == 0 ? SkipReason.Empty : SkipReason.TooLarge);
            }

            byte[] bytes = await File.ReadAllBytesAsync(path, ct);
            return LooksBinary(bytes) ? Without(SkipReason.Binary) : FromBytes(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Without(SkipReason.Unreadable);
        }
    }

    private static TextFile FromBytes(byte[] bytes)
    {
        List<string> lines = [];
        using StreamReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines.TrueForAll(string.IsNullOrWhiteSpace) ? Without(SkipReason.Empty) : new TextFile(lines);
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        bool isUtf16 = bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]);
        return !isUtf16 && bytes[..Math.Min(bytes.Length, BytesSearchedForNul)].Contains((byte)0);
    }

    private static TextFile Without(SkipReason reason) => new([], reason);
}
