namespace Observe.Recording;

/// <summary>Tags, metadata, result and warnings of a run, sorted out: the last value of a key wins, at the place of the first.</summary>
internal sealed unsafe class RunNotes
{
    private readonly Dictionary<string, int> _tagIndex = [];
    private readonly Dictionary<string, int> _metadataIndex = [];

    /// <summary>Keys, and the records that hold their last values.</summary>
    public List<(string Key, nint Record)> Tags { get; } = [];

    /// <inheritdoc cref="Tags"/>
    public List<(string Key, nint Record)> Metadata { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The record of the result that was set last, or 0.</summary>
    public nint Result { get; private set; }

    public void Build(RunIndex index)
    {
        if (_tagIndex.Count + _metadataIndex.Count + Warnings.Count > 0)
        {
            _tagIndex.Clear();
            _metadataIndex.Clear();
            Tags.Clear();
            Metadata.Clear();
            Warnings.Clear();
        }

        Result = 0;
        foreach (nint record in index.Notes)
        {
            RecordCursor cursor = new((byte*)record);
            switch (cursor.Header.Kind)
            {
                case RecordKind.TagSet:
                    Put(_tagIndex, Tags, cursor.ReadText()!, record);
                    break;
                case RecordKind.MetadataSet:
                    Put(_metadataIndex, Metadata, cursor.ReadText()!, record);
                    break;
                case RecordKind.ResultSet:
                    Result = record;
                    break;
                case RecordKind.WarningGiven:
                    Warnings.Add(cursor.ReadText()!);
                    break;
            }
        }
    }

    private static void Put(Dictionary<string, int> index, List<(string Key, nint Record)> entries, string key, nint record)
    {
        if (index.TryGetValue(key, out int at))
        {
            entries[at] = (key, record);
        }
        else
        {
            index.Add(key, entries.Count);
            entries.Add((key, record));
        }
    }
}
