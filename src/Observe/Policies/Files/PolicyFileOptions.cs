namespace Observe;

/// <summary>How a policy file is watched for changes.</summary>
public sealed class PolicyFileOptions
{
    /// <summary>
    /// How often time of change and length of the file are looked at. Where the system reports changes, they are seen sooner; on network
    /// drives and in containers it often does not. Default: 2 seconds; from 10 ms to 1 day.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a changed file must stay as it is before it is read: it may be half written. Default: 200 ms; from 1 ms to 1 day.
    /// </summary>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether the system is asked to report changes, besides looking. Only tests do without.</summary>
    internal bool Watch { get; set; } = true;

    internal void Validate()
    {
        Between(TimeSpan.FromMilliseconds(10), PollInterval, nameof(PollInterval));
        Between(TimeSpan.FromMilliseconds(1), SettleTime, nameof(SettleTime));
    }

    private static void Between(TimeSpan least, TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1), name);
    }
}
