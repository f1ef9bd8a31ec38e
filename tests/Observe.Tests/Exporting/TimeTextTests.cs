using System.Globalization;
using System.Text;
using Observe.Exporting;

namespace Observe.Tests.Exporting;

public class TimeTextTests
{
    private static readonly DateTime[] s_times =
    [
        DateTime.MinValue, DateTime.MaxValue, new(2026, 3, 9, 8, 7, 6), new(2024, 2, 29, 23, 59, 59, 999), new DateTime(987, 12, 31).AddTicks(10),
    ];

    private static readonly long[] s_durations =
    [
        0, 1, -1, 1_234_567, -1_234_567, TimeSpan.TicksPerDay, -TimeSpan.TicksPerDay, TimeSpan.TicksPerDay - 1, (TimeSpan.TicksPerDay * 12) + 1, long.MaxValue,
        long.MinValue,
    ];

    [Fact]
    public void Points_in_time_look_as_those_of_the_framework()
    {
        foreach (DateTime time in s_times)
        {
            Assert.Equal(Framework(time, "yyyy-MM-ddTHH:mm:ss.fffffff"), Written((target, value) => TimeText.WriteTime(target, value, isWhole: true), time));
            Assert.Equal(Framework(time, "yyyy-MM-ddTHH:mm:ss.FFFFFFF"), Written((target, value) => TimeText.WriteTime(target, value, isWhole: false), time));
            Assert.Equal(Framework(time, "yyyy-MM-dd"), Written(TimeText.WriteDate, time));
            Assert.Equal(Framework(time, "yyyy-MM-dd HH:mm:ss'Z'"), TimeText.OfSecond(time));
            Assert.Equal(Framework(time, "yyyyMMdd'T'HHmmss"), TimeText.OfFile(time));
        }
    }

    [Fact]
    public void Durations_look_as_those_of_the_framework()
    {
        foreach (long ticks in s_durations)
        {
            TimeSpan duration = new(ticks);
            Assert.Equal(duration.ToString("c", CultureInfo.InvariantCulture), Written(TimeText.WriteDuration, duration));
        }
    }

    [Theory]
    [InlineData(0, "+00:00")]
    [InlineData(-1, "-00:01")]
    [InlineData(345, "+05:45")]
    [InlineData(-840, "-14:00")]
    public void Offsets_have_a_sign_and_two_numbers(int minutes, string expected) =>
        Assert.Equal(expected, Written(TimeText.WriteOffset, minutes));

    [Fact]
    public void Traces_that_hold_a_time_say_it_in_their_text()
    {
        EventTrace happened = new() { Kind = EventKind.Score, Name = "quality", Time = new(2026, 3, 9, 9, 7, 6, TimeSpan.FromHours(1)), Value = "0.5" };
        PolicyCheckTrace check = new()
        {
            Policy = "rule", Version = "2", Category = "safety", Phase = PolicyPhase.MidExecution, Action = PolicyAction.Warn, Reason = "why", Priority = 7,
            Time = happened.Time, Duration = TimeSpan.FromTicks(5), RetryAfter = TimeSpan.FromSeconds(90),
        };

        Assert.Equal("EventTrace { Kind = Score, Name = quality, Time = 2026-03-09 08:07:06Z, Value = 0.5 }", happened.ToString());
        Assert.Equal(
            "PolicyCheckTrace { Policy = rule, Version = 2, Category = safety, Phase = MidExecution, Action = Warn, UnknownAction = , Reason = why, "
            + "Priority = 7, Time = 2026-03-09 08:07:06Z, Duration = 00:00:00.0000005, RetryAfter = 00:01:30, ArgumentsHash =  }",
            check.ToString());
    }

    private static string Framework(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    private static string Written<T>(Writer<T> write, T value)
    {
        Span<byte> target = stackalloc byte[TimeText.MostBytes];
        return Encoding.UTF8.GetString(target[..write(target, value)]);
    }

    private delegate int Writer<T>(Span<byte> target, T value);
}
