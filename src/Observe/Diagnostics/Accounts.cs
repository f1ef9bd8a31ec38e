namespace Observe.Diagnostics;

/// <summary>Where every record of an observer went. Live runs keep their own count until they end.</summary>
internal sealed class Accounts
{
    private long _finished;
    private long _lostBufferFull;
    private long _lostLate;
    private long _exported;
    private long _givenUp;

    /// <summary>Records of runs that have ended.</summary>
    public long Finished => Interlocked.Read(ref _finished);

    /// <summary>Records that found no room.</summary>
    public long LostBufferFull => Interlocked.Read(ref _lostBufferFull);

    /// <summary>Records that came after their run had ended.</summary>
    public long LostLate => Interlocked.Read(ref _lostLate);

    /// <summary>Records that every exporter took.</summary>
    public long Exported => Interlocked.Read(ref _exported);

    /// <summary>Records that an exporter did not take.</summary>
    public long GivenUp => Interlocked.Read(ref _givenUp);

    public void CountFinished(int records) => Interlocked.Add(ref _finished, records);

    public void CountLost(bool isLate) => Interlocked.Increment(ref isLate ? ref _lostLate : ref _lostBufferFull);

    public void CountLeft(int records, bool exported) => Interlocked.Add(ref exported ? ref _exported : ref _givenUp, records);
}
