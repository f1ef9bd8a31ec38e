namespace Observe.Policies;

/// <summary>Pauses that double from time to time.</summary>
internal static class BackOff
{
    /// <summary>Nobody is kept waiting longer than this between two attempts.</summary>
    public static TimeSpan Longest => TimeSpan.FromSeconds(30);

    /// <summary>The pause after an attempt: the first one, doubled for each further attempt, at most 30 seconds.</summary>
    /// <param name="attempt">Number of the attempt that has failed, from 1.</param>
    /// <param name="first">Pause after the first attempt.</param>
    public static TimeSpan After(int attempt, TimeSpan first) => After(attempt, first, Longest);

    /// <inheritdoc cref="After(int, TimeSpan)"/>
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan longest)
    {
        double ticks = first.Ticks * Math.Pow(2, Math.Min(attempt - 1, 62));
        return ticks < longest.Ticks ? new TimeSpan((long)ticks) : longest;
    }
}
