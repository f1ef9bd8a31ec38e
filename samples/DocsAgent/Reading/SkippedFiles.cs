namespace Docs.Reading;

/// <summary>Counts the files that were left out, so that nothing goes missing silently.</summary>
public sealed class SkippedFiles
{
    private readonly SortedDictionary<SkipReason, int> _counts = [];

    public int Total => _counts.Values.Sum();

    public void Add(SkipReason reason) => _counts[reason] = _counts.GetValueOrDefault(reason) + 1;

    /// <summary>For example <c>skipped 2 files: 1 binary, 1 larger than 8 MB</c>; null when nothing was skipped.</summary>
    public string? Describe()
    {
        string reasons = string.Join(", ", _counts.Select(entry => $"{entry.Value} {Word(entry.Key)}"));
        return Total == 0 ? null : $"skipped {Total} {(Total == 1 ? "file" : "files")}: {reasons}";
    }

    public static string Word(SkipReason reason) => reason switch
    {
        SkipReason.Binary => "binary",
        SkipReason.TooLarge => $"larger than {TextFile.LargestBytes / (1024 * 1024)} MB",
        SkipReason.Empty => "empty",
        _ => "unreadable",
    };
}
