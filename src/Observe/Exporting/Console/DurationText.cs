using System.Globalization;

namespace Observe;

/// <summary>Durations with three digits and the unit that suits them, aligned at the unit.</summary>
internal static class DurationText
{
    /// <summary>Columns that <see cref="Of"/> fills.</summary>
    public const int Columns = 7;

    public static string Of(TimeSpan? duration, Glyphs glyphs)
    {
        if (duration is not { } time)
        {
            return new string(' ', Columns);
        }

        double microseconds = Math.Max(0, time.TotalMicroseconds);
        return microseconds switch
        {
            < 999.5 => Digits(microseconds, glyphs.Microseconds),
            < 999_500 => Digits(microseconds / 1e3, "ms"),
            < 59_950_000 => Digits(microseconds / 1e6, "s "),
            _ => Clock(TimeSpan.FromSeconds(Math.Round(microseconds / 1e6))),
        };
    }

    private static string Digits(double value, string unit)
    {
        string format = value switch { < 9.995 => "0.##", < 99.95 => "0.#", _ => "0" };
        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(format, CultureInfo.InvariantCulture),4} {unit}");
    }

    private static string Clock(TimeSpan time)
    {
        string text = time switch
        {
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}m {time.Seconds:00}s"),
            { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours}h {time.Minutes:00}m"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time.Days}d {time.Hours:00}h"),
        };
        return text.PadLeft(Columns);
    }
}
