using System.Globalization;

namespace Observe;

/// <summary>Lets runs begin only at certain times. Category <c>scheduling</c>; asked before a run; answers block.</summary>
/// <remarks>A run that has begun in time may end when it likes. The rules count whole minutes of local time, so a change of the clock for summer time shortens or lengthens what lies in it.</remarks>
public sealed class SchedulingPolicy : IPolicy
{
    private readonly SchedulingRules _rules;
    private readonly TimeZoneInfo _zone;
    private long _openMinute = -1;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">When runs may begin.</param>
    /// <param name="name">Name in records and messages. Default: <c>scheduling</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong, or the system does not know the time zone; the message says which.</exception>
    public SchedulingPolicy(SchedulingRules rules, string name = "scheduling")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _zone = rules.Validate();
        _rules = rules;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "scheduling";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        long minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        if (Volatile.Read(ref _openMinute) == minute)
        {
            return PolicyResult.Allow; // every rule counts whole minutes, so the answer holds for the rest of this one
        }

        if (Refusal(TimeZoneInfo.ConvertTime(now, _zone).DateTime) is { } reason)
        {
            return PolicyResult.Block(reason);
        }

        Volatile.Write(ref _openMinute, minute);
        return PolicyResult.Allow;
    }

    private string? Refusal(DateTime local)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        DateOnly date = DateOnly.FromDateTime(local);
        foreach (DateOnly blackout in _rules.BlackoutDates)
        {
            if (blackout == date)
            {
                return string.Create(invariant, $"{date:yyyy-MM-dd} is a blackout date");
            }
        }

        foreach (MaintenanceWindow window in _rules.MaintenanceWindows)
        {
            if (window.Contains(local))
            {
                return string.Create(
                    invariant, $"maintenance from {window.Day} {window.Start:hh\\:mm} to {EndOf(window)} ({_rules.TimeZone})");
            }
        }

        if (!IsAllowed(local.DayOfWeek))
        {
            return string.Create(invariant, $"{local.DayOfWeek} is not an allowed day ({_rules.TimeZone})");
        }

        return _rules.AllowedHours is { } hours && !hours.Contain(local.Hour)
            ? string.Create(invariant, $"it is {local:HH:mm}; allowed are {hours.Start:00}:00 to {hours.End:00}:00 ({_rules.TimeZone})")
            : null;
    }

    private static string EndOf(MaintenanceWindow window) =>
        window.End.Days == 1 ? "24:00" : window.End.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    private bool IsAllowed(DayOfWeek day)
    {
        foreach (DayOfWeek allowed in _rules.AllowedDays)
        {
            if (allowed == day)
            {
                return true;
            }
        }

        return _rules.AllowedDays.Count == 0;
    }
}
