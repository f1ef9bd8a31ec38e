namespace Observe.Diagnostics;

/// <summary>Reports each kind of warning at most once a minute.</summary>
internal sealed class Warnings(Action<string> report, TimeProvider clock)
{
    private readonly Dictionary<string, long> _last = [];

    /// <summary>Reports a warning unless one of its kind was reported within the last minute.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="warning">The text.</param>
    public void Report(string kind, string warning)
    {
        lock (_last)
        {
            long now = clock.GetUtcNow().UtcTicks;
            if (_last.TryGetValue(kind, out long last) && now - last < TimeSpan.TicksPerMinute)
            {
                return;
            }

            _last[kind] = now;
        }

        try
        {
            report(warning);
        }
        catch (Exception)
        {
            // whoever listens must not bring down who reports
        }
    }
}
