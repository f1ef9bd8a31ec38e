namespace Observe;

/// <summary>A time of every week in which nothing runs, in local time: from the start, up to the end without it.</summary>
/// <param name="Day">Day on which it begins.</param>
/// <param name="Start">Time of day at which it begins, in whole minutes; less than 24 hours.</param>
/// <param name="End">Time of day at which it ends, in whole minutes; at most 24 hours. Before <paramref name="Start"/>: on the next day.</param>
public sealed record MaintenanceWindow(DayOfWeek Day, TimeSpan Start, TimeSpan End)
{
    private const int MinutesOfDay = 24 * 60;

    internal bool Contains(DateTime local)
    {
        int begin = ((int)Day * MinutesOfDay) + (int)Start.TotalMinutes;
        int length = (int)End.TotalMinutes - (int)Start.TotalMinutes + (End < Start ? MinutesOfDay : 0);
        int minute = ((int)local.DayOfWeek * MinutesOfDay) + (local.Hour * 60) + local.Minute;
        int since = minute - begin;
        return (since < 0 ? since + (7 * MinutesOfDay) : since) < length;
    }
}
