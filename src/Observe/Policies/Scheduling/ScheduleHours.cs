namespace Observe;

/// <summary>A part of every day, in whole hours of local time: from the start, up to the end without it.</summary>
/// <param name="Start">First hour; from 0 to 23.</param>
/// <param name="End">Hour before which it ends; from 1 to 24. Before <paramref name="Start"/>: it goes on past midnight.</param>
public sealed record ScheduleHours(int Start, int End)
{
    internal bool Contain(int hour) => Start < End ? hour >= Start && hour < End : hour >= Start || hour < End;
}
