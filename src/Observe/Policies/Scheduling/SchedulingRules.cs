using Observe.Policies;
using Observe.Policies.Scheduling;

namespace Observe;

/// <summary>When runs may begin. A run begins only when every rule lets it.</summary>
public sealed record SchedulingRules
{
    /// <summary>The part of the day. Default: null, the whole day.</summary>
    public ScheduleHours? AllowedHours { get; init; }

    /// <summary>The days of the week; with hours past midnight it is the day of the moment that counts. Default: empty, every day.</summary>
    public IReadOnlyList<DayOfWeek> AllowedDays { get; init; } = [];

    /// <summary>
    /// Time zone of every rule, an IANA name such as <c>Europe/Berlin</c>. Default: <c>UTC</c>. Other zones need the time zone data
    /// of the system.
    /// </summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days on which nothing begins. Default: none.</summary>
    public IReadOnlyList<DateOnly> BlackoutDates { get; init; } = [];

    /// <summary>Times of the week in which nothing begins. Default: none.</summary>
    public IReadOnlyList<MaintenanceWindow> MaintenanceWindows { get; init; } = [];

    internal static SchedulingRules Read(PolicyRules rules) => SchedulingRulesReader.Read(rules);

    /// <summary>Checks the rules.</summary>
    /// <returns>The time zone.</returns>
    internal TimeZoneInfo Validate()
    {
        if (AllowedHours is { } hours)
        {
            RuleCheck.Between(0, hours.Start, 23, "AllowedHours.Start");
            RuleCheck.Between(1, hours.End, 24, "AllowedHours.End");
            if (hours.Start == hours.End)
            {
                throw new ArgumentException("AllowedHours end where they start; leave them out to allow the whole day.");
            }
        }

        foreach (DayOfWeek day in AllowedDays)
        {
            if (!Enum.IsDefined(day))
            {
                throw new ArgumentException($"AllowedDays contains {day}; it must be a member of DayOfWeek.");
            }
        }

        foreach (MaintenanceWindow window in MaintenanceWindows)
        {
            Validate(window);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out TimeZoneInfo? zone)
            ? zone
            : throw new ArgumentException($"TimeZone is \"{TimeZone}\", which the system does not know; {ZoneHint}");
    }

    internal const string ZoneHint =
        "use an IANA name such as \"Europe/Berlin\" or \"UTC\", and see that the time zone data (package tzdata) is installed.";

    private static void Validate(MaintenanceWindow window)
    {
        TimeSpan day = TimeSpan.FromDays(1);
        if (!Enum.IsDefined(window.Day)
            || window.Start < TimeSpan.Zero || window.Start >= day
            || window.End <= TimeSpan.Zero || window.End > day
            || window.Start == window.End
            || window.Start.Ticks % TimeSpan.TicksPerMinute != 0 || window.End.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new ArgumentException(
                $"{window} is no maintenance window: it must begin at 00:00 to 23:59 and end at another time, 00:01 to 24:00, in whole minutes.");
        }
    }
}
