namespace Observe.Policies.Budgets;

/// <summary>Numbers the days and months of UTC.</summary>
internal static class BudgetWindowClock
{
    /// <summary>The number of the window that a moment lies in; it grows by one from window to window.</summary>
    public static int NumberOf(BudgetWindow window, DateTimeOffset moment) => window switch
    {
        BudgetWindow.Day => (int)(moment.UtcTicks / TimeSpan.TicksPerDay),
        BudgetWindow.Month => (moment.UtcDateTime.Year * 12) + moment.UtcDateTime.Month,
        _ => 0,
    };

    /// <summary>How long until the next window begins; null when none does.</summary>
    public static TimeSpan? UntilNext(BudgetWindow window, DateTimeOffset moment)
    {
        DateTime now = moment.UtcDateTime;
        return window switch
        {
            BudgetWindow.Day => now.Date.AddDays(1) - now,
            BudgetWindow.Month => new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1) - now,
            _ => null,
        };
    }
}
