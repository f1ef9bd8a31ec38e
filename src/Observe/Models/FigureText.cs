namespace Observe.Models;

/// <summary>Reads the figures of the catalogue: digits with at most one point. The framework's reader would bring cultures and styles along.</summary>
internal static class FigureText
{
    /// <summary>A whole number.</summary>
    public static long Whole(ReadOnlySpan<byte> digits)
    {
        long number = 0;
        foreach (byte digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    /// <summary>Takes the next of several figures that are divided by <c>/</c>; null when there is nothing.</summary>
    public static decimal? Next(ref ReadOnlySpan<byte> figures)
    {
        int slash = figures.IndexOf((byte)'/');
        ReadOnlySpan<byte> figure = slash < 0 ? figures : figures[..slash];
        figures = slash < 0 ? default : figures[(slash + 1)..];
        if (figure.IsEmpty)
        {
            return null;
        }

        int point = figure.IndexOf((byte)'.');
        if (point < 0)
        {
            return Whole(figure);
        }

        ReadOnlySpan<byte> fraction = figure[(point + 1)..];
        long digits = Whole(figure[..point]);
        foreach (byte digit in fraction)
        {
            digits = (digits * 10) + (digit - '0');
        }

        return new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)fraction.Length);
    }
}
