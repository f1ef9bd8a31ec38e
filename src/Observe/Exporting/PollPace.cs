namespace Observe.Exporting;

/// <summary>
/// How long the pump pauses between two polls: so long that a poll finds a few dozen runs, within the limits. Under load that keeps
/// what waits for export within the processor's cache, where writing the next record is cheap, and nobody has to wake the pump.
/// </summary>
internal sealed class PollPace
{
    private const int RunsPerPoll = 32;
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);
    private readonly TimeSpan _longest;

    public PollPace(TimeSpan longest)
    {
        _longest = longest;
        Pause = longest;
    }

    /// <summary>The pause before the next poll.</summary>
    public TimeSpan Pause { get; private set; }

    /// <summary>Adapts the pause to what a poll found. It shrinks at once and at most doubles.</summary>
    /// <param name="runs">Number of runs.</param>
    public void Found(int runs)
    {
        TimeSpan fitting = Pause * Math.Min((double)RunsPerPoll / Math.Max(runs, 1), 2);
        Pause = fitting < s_shortest ? s_shortest : fitting > _longest ? _longest : fitting;
    }
}
