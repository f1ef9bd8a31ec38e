using System.Globalization;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.Scheduling;

public class SchedulingPolicyTests
{
    [Theory]
    [InlineData(9, 17, "08:59", false)]
    [InlineData(9, 17, "09:00", true)]
    [InlineData(9, 17, "16:59", true)]
    [InlineData(9, 17, "17:00", false)]
    [InlineData(0, 24, "00:00", true)]
    [InlineData(0, 24, "23:59", true)]
    [InlineData(22, 6, "21:59", false)]
    [InlineData(22, 6, "22:00", true)]
    [InlineData(22, 6, "05:59", true)]
    [InlineData(22, 6, "06:00", false)]
    public void Hours_contain_their_start_and_not_their_end(int start, int end, string time, bool isOpen) =>
        Assert.Equal(isOpen, IsOpen(new SchedulingRules { AllowedHours = new ScheduleHours(start, end) }, $"2026-03-04 {time}"));

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-06", true)]
    [InlineData("2026-03-07", false)]
    [InlineData("2026-03-08", false)]
    public void Days_in_a_file_begin_with_Monday_as_0(string date, bool isOpen)
    {
        SchedulingRules rules = SchedulingRules.Read(PolicyRules.Parse("""{"allowed_days": [0, 1, 2, 3, 4]}"""));
        Assert.Equal(isOpen, IsOpen(rules, date + " 12:00"));
    }

    [Fact]
    public void Sunday_is_6()
    {
        SchedulingRules rules = SchedulingRules.Read(PolicyRules.Parse("""{"allowed_days": [6]}"""));
        Assert.Equal([DayOfWeek.Sunday], rules.AllowedDays);
    }

    [Theory]
    [InlineData("2026-03-28 08:30", false)] // winter: 09:30 in Berlin is 08:30 UTC
    [InlineData("2026-03-28 09:00", true)]
    [InlineData("2026-03-29 08:00", true)] // summer time has begun: 10:00
    [InlineData("2026-03-29 07:59", false)]
    public void Hours_are_those_of_the_zone(string utc, bool isOpen) =>
        Assert.Equal(isOpen, IsOpen(new SchedulingRules { AllowedHours = new ScheduleHours(10, 18), TimeZone = "Europe/Berlin" }, utc));

    [Fact]
    public void A_blackout_date_is_a_day_of_the_zone()
    {
        SchedulingRules rules = SchedulingRules.Read(PolicyRules.Parse(
            """{"blackout_dates": ["2026-12-25"], "timezone": "America/New_York"}"""));
        Assert.True(IsOpen(rules, "2026-12-25 04:59"));
        Assert.False(IsOpen(rules, "2026-12-25 05:00"));
        Assert.False(IsOpen(rules, "2026-12-26 04:59"));
        Assert.True(IsOpen(rules, "2026-12-26 05:00"));
    }

    [Theory]
    [InlineData("2026-03-03 01:59", true)] // a Tuesday
    [InlineData("2026-03-03 02:00", false)]
    [InlineData("2026-03-03 04:29", false)]
    [InlineData("2026-03-03 04:30", true)]
    [InlineData("2026-03-04 03:00", true)]
    [InlineData("2026-03-08 22:59", true)] // a Sunday
    [InlineData("2026-03-08 23:00", false)]
    [InlineData("2026-03-09 00:59", false)] // past midnight, past the end of the week
    [InlineData("2026-03-09 01:00", true)]
    [InlineData("2026-03-07 23:59", false)] // a Saturday, until midnight
    [InlineData("2026-03-08 00:00", true)]
    public void Maintenance_windows_may_go_past_midnight(string utc, bool isOpen)
    {
        SchedulingRules rules = SchedulingRules.Read(PolicyRules.Parse(
            """
            {"maintenance_windows": [
              {"day": 1, "start": 2, "end": "04:30"},
              {"day": 6, "start": 23, "end": 1},
              {"day": 5, "start": "22:00", "end": 24}]}
            """));
        Assert.Equal(isOpen, IsOpen(rules, utc));
    }

    [Fact]
    public void A_refusal_blocks_and_says_why()
    {
        SchedulingRules rules = new()
        {
            AllowedHours = new ScheduleHours(9, 17),
            AllowedDays = [DayOfWeek.Monday, DayOfWeek.Wednesday],
            BlackoutDates = [new DateOnly(2026, 3, 11)],
            MaintenanceWindows = [new MaintenanceWindow(DayOfWeek.Monday, TimeSpan.FromHours(12), TimeSpan.FromHours(13))],
        };
        Assert.Equal("Block: it is 05:06; allowed are 09:00 to 17:00 (UTC)", At(rules, "2026-03-04 05:06").ToString());
        Assert.Equal("Block: Tuesday is not an allowed day (UTC)", At(rules, "2026-03-03 10:00").ToString());
        Assert.Equal("Block: 2026-03-11 is a blackout date", At(rules, "2026-03-11 10:00").ToString());
        Assert.Equal("Block: maintenance from Monday 12:00 to 13:00 (UTC)", At(rules, "2026-03-02 12:30").ToString());
    }

    [Fact]
    public void The_answer_changes_with_the_minute_and_allocates_nothing_while_open()
    {
        ManualClock clock = new(); // 05:06:07
        SchedulingPolicy policy = new(new SchedulingRules { AllowedHours = new ScheduleHours(5, 6), TimeZone = "Europe/London" });
        PolicyContext context = Ask.Run(clock);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(context).Action);
        Assert.Equal(0, Allocated.Least(() => policy.Evaluate(context)));
        clock.Advance(new TimeSpan(0, 53, 52)); // 05:59:59
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(context).Action);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(PolicyAction.Block, policy.Evaluate(context).Action);
    }

    [Theory]
    [InlineData("""{"timezone": "Europe/Atlantis"}""", "Europe/Atlantis")]
    [InlineData("""{"allowed_hours": {"start": 9}}""", "end")]
    [InlineData("""{"allowed_hours": {"start": 9, "end": 9}}""", "end")]
    [InlineData("""{"allowed_hours": {"start": 24, "end": 9}}""", "start")]
    [InlineData("""{"allowed_days": [7]}""", "allowed_days")]
    [InlineData("""{"blackout_dates": ["25.12.2026"]}""", "YYYY-MM-DD")]
    [InlineData("""{"maintenance_windows": [{"day": 1, "start": 25, "end": 26}]}""", "start")]
    [InlineData("""{"maintenance_windows": [{"day": 1, "start": 24, "end": 2}]}""", "start")]
    [InlineData("""{"maintenance_windows": [{"day": 1, "start": 2, "end": 2}]}""", "end")]
    [InlineData("""{"maintenance_windows": [{"start": 2, "end": 3}]}""", "day")]
    public void A_wrong_file_is_explained(string json, string part) =>
        Assert.Contains(part, Assert.Throws<PolicyFileException>(() => SchedulingRules.Read(PolicyRules.Parse(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void Wrong_rules_in_code_are_explained()
    {
        Assert.Contains("Europe/Atlantis", Message(new SchedulingRules { TimeZone = "Europe/Atlantis" }), StringComparison.Ordinal);
        Assert.Contains("AllowedHours.End is 25", Message(new SchedulingRules { AllowedHours = new ScheduleHours(1, 25) }), StringComparison.Ordinal);
        Assert.Contains(
            "no maintenance window",
            Message(new SchedulingRules { MaintenanceWindows = [new MaintenanceWindow(DayOfWeek.Monday, TimeSpan.FromHours(25), TimeSpan.FromHours(26))] }),
            StringComparison.Ordinal);

        static string Message(SchedulingRules rules) => Assert.Throws<ArgumentException>(() => new SchedulingPolicy(rules)).Message;
    }

    private static bool IsOpen(SchedulingRules rules, string utc) => At(rules, utc).Action == PolicyAction.Allow;

    private static PolicyResult At(SchedulingRules rules, string utc)
    {
        ManualClock clock = new();
        DateTimeOffset time = DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        clock.Advance(time - ManualClock.Start);
        return new SchedulingPolicy(rules).Evaluate(Ask.Run(clock));
    }
}
