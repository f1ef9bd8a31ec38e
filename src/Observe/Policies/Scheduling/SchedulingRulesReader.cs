using System.Globalization;
using System.Text.Json;

namespace Observe.Policies.Scheduling;

/// <summary>Reads the rules of category <c>scheduling</c>: days are numbers from 0, Monday, to 6, Sunday.</summary>
internal static class SchedulingRulesReader
{
    public static SchedulingRules Read(PolicyRules rules) => new()
    {
        AllowedHours = Hours(rules),
        AllowedDays = Days(rules),
        TimeZone = Zone(rules),
        BlackoutDates = Dates(rules),
        MaintenanceWindows = Windows(rules),
    };

    private static ScheduleHours? Hours(PolicyRules rules)
    {
        if (rules.Object("allowed_hours") is not { } hours)
        {
            return null;
        }

        int start = hours.Integer("start", minimum: 0, maximum: 23) ?? throw hours.Wrong("start", "is missing; write an hour from 0 to 23");
        int end = hours.Integer("end", minimum: 1, maximum: 24) ?? throw hours.Wrong("end", "is missing; write an hour from 1 to 24");
        return start == end
            ? throw hours.Wrong("end", "is the start too; leave allowed_hours out to allow the whole day")
            : new ScheduleHours(start, end);
    }

    private static DayOfWeek[] Days(PolicyRules rules)
    {
        IReadOnlyList<int> numbers = rules.Integers("allowed_days", 0, 6);
        DayOfWeek[] days = new DayOfWeek[numbers.Count];
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = FromMonday(numbers[i]);
        }

        return days;
    }

    private static DayOfWeek FromMonday(int number) => (DayOfWeek)((number + 1) % 7);

    private static string Zone(PolicyRules rules)
    {
        string zone = rules.Text("timezone") ?? "UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? zone
            : throw rules.Wrong("timezone", $"\"{zone}\" is not known to the system; {SchedulingRules.ZoneHint}");
    }

    private static DateOnly[] Dates(PolicyRules rules)
    {
        IReadOnlyList<string> texts = rules.Texts("blackout_dates");
        DateOnly[] dates = new DateOnly[texts.Count];
        for (int i = 0; i < dates.Length; i++)
        {
            if (!DateOnly.TryParseExact(texts[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out dates[i]))
            {
                throw rules.Wrong("blackout_dates", $"\"{texts[i]}\" is no date; write YYYY-MM-DD");
            }
        }

        return dates;
    }

    private static MaintenanceWindow[] Windows(PolicyRules rules)
    {
        IReadOnlyList<PolicyRules> objects = rules.Objects("maintenance_windows");
        MaintenanceWindow[] windows = new MaintenanceWindow[objects.Count];
        for (int i = 0; i < windows.Length; i++)
        {
            PolicyRules window = objects[i];
            int day = window.Integer("day", minimum: 0, maximum: 6) ?? throw window.Wrong("day", "is missing; write 0 (Monday) to 6 (Sunday)");
            TimeSpan start = Time(window, "start", mostMinutes: (24 * 60) - 1);
            TimeSpan end = Time(window, "end", mostMinutes: 24 * 60);
            if (start == end || end == TimeSpan.Zero)
            {
                throw window.Wrong("end", "must be after the start; a window past midnight ends on the next day, one until midnight at 24");
            }

            windows[i] = new MaintenanceWindow(FromMonday(day), start, end);
        }

        return windows;
    }

    /// <summary>An hour as a number, or hour and minute as a text.</summary>
    private static TimeSpan Time(PolicyRules rules, string name, int mostMinutes)
    {
        JsonElement json = rules.Json(name);
        int minutes = -1;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out int hour) && hour is >= 0 and <= 24)
        {
            minutes = hour * 60;
        }
        else if (json.ValueKind == JsonValueKind.String)
        {
            string text = json.GetString()!;
            minutes = text == "24:00" ? 24 * 60
                : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
                    ? (time.Hour * 60) + time.Minute
                    : -1;
        }

        return minutes >= 0 && minutes <= mostMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw rules.Wrong(name, "must be an hour such as 22, or a time such as \"22:30\"");
    }
}
