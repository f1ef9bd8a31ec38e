namespace Observe;

/// <summary>
/// Where every record is: <c>Recorded = Exported + Dropped + Pending</c>. Counts are of records since the observer started: the begin
/// and end of each run and scope, and each tag, item and so on.
/// </summary>
/// <param name="Exported">Records that every exporter has taken.</param>
/// <param name="DroppedBufferFull">Records that found the buffer full.</param>
/// <param name="DroppedLate">Records that came after their run had ended.</param>
/// <param name="DroppedByExporter">Records that an exporter did not take in all attempts.</param>
/// <param name="Pending">Records of runs that go on, and of ended runs that wait for an exporter.</param>
public readonly record struct FlushResult(long Exported, long DroppedBufferFull, long DroppedLate, long DroppedByExporter, long Pending)
{
    /// <summary>All records that were made.</summary>
    public long Recorded => Exported + Dropped + Pending;

    /// <summary>All records that were lost.</summary>
    public long Dropped => DroppedBufferFull + DroppedLate + DroppedByExporter;

    /// <summary>Whether nothing was lost and nothing is left to export.</summary>
    public bool IsComplete => Dropped == 0 && Pending == 0;
}
