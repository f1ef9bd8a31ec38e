namespace Observe;

/// <summary>How runs are written to files.</summary>
public sealed class JsonLinesFileExporterOptions
{
    /// <summary>Size in bytes after which a new file is begun. A run is never split. Default: 67,108,864 (64 MiB); at least 1,024.</summary>
    public long MaxFileBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Most files of this process that are kept; the oldest is deleted when one more is begun. Default: null, all are kept.</summary>
    public int? MaxFiles { get; set; }

    /// <summary>Start of the file names. Default: <c>"runs"</c>.</summary>
    public string FilePrefix { get; set; } = "runs";

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFileBytes, 1024, nameof(MaxFileBytes));
        if (MaxFiles is { } files)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(files, 1, nameof(MaxFiles));
        }

        if (FilePrefix.AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
        {
            throw new ArgumentException($"FilePrefix \"{FilePrefix}\" cannot be part of a file name.", nameof(FilePrefix));
        }
    }
}
