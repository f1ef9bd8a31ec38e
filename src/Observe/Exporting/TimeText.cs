using System.Text;

namespace Observe.Exporting;

/// <summary>
/// Times as ISO 8601 writes them. The framework's own formatting knows every calendar and time zone, and a native program that uses it
/// carries all of that along; here there is nothing to look up.
/// </summary>
internal static class TimeText
{
    /// <summary>Most bytes that any of the texts takes.</summary>
    public const int MostBytes = 40;

    /// <summary>For people: <c>2026-03-09 08:07:06Z</c>.</summary>
    public static string OfSecond(DateTime utc)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        int length = WriteDate(text, utc);
        text[length++] = (byte)' ';
        length += WriteClock(text[length..], utc.Hour, utc.Minute, utc.Second);
        text[length++] = (byte)'Z';
        return Encoding.UTF8.GetString(text[..length]);
    }

    /// <summary>For names of files: <c>20260309T080706</c>.</summary>
    public static string OfFile(DateTime utc) =>
        OfSecond(utc).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal).Replace(' ', 'T').TrimEnd('Z');

    /// <summary>A duration as <see cref="WriteDuration"/> writes it.</summary>
    public static string Of(TimeSpan duration)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        return Encoding.UTF8.GetString(text[..WriteDuration(text, duration)]);
    }

    /// <summary>A date: <c>2026-03-09</c>.</summary>
    /// <returns>How many bytes that took; so do the others.</returns>
    public static int WriteDate(Span<byte> target, DateTime date)
    {
        Digits(target, date.Year, 4);
        target[4] = (byte)'-';
        Digits(target[5..], date.Month, 2);
        target[7] = (byte)'-';
        Digits(target[8..], date.Day, 2);
        return 10;
    }

    /// <summary>A point in time without a zone: <c>2026-03-09T08:07:06.5</c>.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="time">The time.</param>
    /// <param name="isWhole">Whether all seven digits of the second's fraction are written; else zeros at its end are left out.</param>
    public static int WriteTime(Span<byte> target, DateTime time, bool isWhole)
    {
        int length = WriteDate(target, time);
        target[length++] = (byte)'T';
        length += WriteClock(target[length..], time.Hour, time.Minute, time.Second);
        int fraction = (int)(time.Ticks % TimeSpan.TicksPerSecond);
        return length + (isWhole || fraction > 0 ? WriteFraction(target[length..], fraction, isWhole) : 0);
    }

    /// <summary>Distance of a zone from UTC: <c>+01:00</c>.</summary>
    public static int WriteOffset(Span<byte> target, int minutes)
    {
        target[0] = (byte)(minutes < 0 ? '-' : '+');
        Digits(target[1..], Math.Abs(minutes) / 60, 2);
        target[3] = (byte)':';
        Digits(target[4..], Math.Abs(minutes) % 60, 2);
        return 6;
    }

    /// <summary>A duration or time of day, as the format "c" of the framework: <c>1.02:03:04.5000000</c>.</summary>
    public static int WriteDuration(Span<byte> target, TimeSpan duration)
    {
        // Without its sign as an unsigned number: the least duration has no positive counterpart.
        ulong ticks = duration.Ticks < 0 ? 0 - (ulong)duration.Ticks : (ulong)duration.Ticks;
        int length = 0;
        if (duration.Ticks < 0)
        {
            target[length++] = (byte)'-';
        }

        int days = (int)(ticks / TimeSpan.TicksPerDay);
        if (days > 0)
        {
            int digits = 1;
            for (int rest = days; rest >= 10; rest /= 10)
            {
                digits++;
            }

            Digits(target[length..], days, digits);
            length += digits;
            target[length++] = (byte)'.';
        }

        int seconds = (int)(ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond);
        length += WriteClock(target[length..], seconds / 3600, seconds / 60 % 60, seconds % 60);
        int fraction = (int)(ticks % TimeSpan.TicksPerSecond);
        return length + (fraction > 0 ? WriteFraction(target[length..], fraction, isWhole: true) : 0);
    }

    private static int WriteClock(Span<byte> target, int hours, int minutes, int seconds)
    {
        Digits(target, hours, 2);
        target[2] = (byte)':';
        Digits(target[3..], minutes, 2);
        target[5] = (byte)':';
        Digits(target[6..], seconds, 2);
        return 8;
    }

    private static int WriteFraction(Span<byte> target, int fraction, bool isWhole)
    {
        int digits = 7;
        for (; !isWhole && fraction % 10 == 0; fraction /= 10)
        {
            digits--;
        }

        target[0] = (byte)'.';
        Digits(target[1..], fraction, digits);
        return digits + 1;
    }

    private static void Digits(Span<byte> target, int number, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
