using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Observe.Exporting.Json;

internal sealed partial class JsonText
{
    public void Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, Reserve(20), out int written);
        _length += written;
    }

    public void Number(ulong value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, Reserve(20), out int written);
        _length += written;
    }

    /// <summary>A number, or the text "NaN", "Infinity" or "-Infinity", which JSON has no numbers for.</summary>
    public void Number(double value)
    {
        if (double.IsFinite(value))
        {
            Formatted(value, "R");
        }
        else
        {
            String(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc cref="Number(double)"/>
    public void Number(float value)
    {
        if (float.IsFinite(value))
        {
            Formatted(value, "R");
        }
        else
        {
            String(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc cref="Number(double)"/>
    public void Number(Half value)
    {
        if (Half.IsFinite(value))
        {
            Formatted(value, "R");
        }
        else
        {
            String(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Formatted<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Separate();
        value.TryFormat(Reserve(64), out int written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A value's own text in quotes; the text has no character that needs escaping.</summary>
    public void Quoted<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Separate();
        Append((byte)'"');
        value.TryFormat(Reserve(64), out int written, format, CultureInfo.InvariantCulture);
        _length += written;
        Append((byte)'"');
    }

    /// <summary>16 lower-case hexadecimal digits in quotes.</summary>
    public void Hex(ulong value)
    {
        Separate();
        Span<byte> target = Reserve(18);
        target[0] = (byte)'"';
        HexDigits(value, target[1..]);
        target[17] = (byte)'"';
        _length += 18;
    }

    /// <summary>32 lower-case hexadecimal digits in quotes.</summary>
    public void Hex(ulong high, ulong low)
    {
        Separate();
        Span<byte> target = Reserve(34);
        target[0] = (byte)'"';
        HexDigits(high, target[1..]);
        HexDigits(low, target[17..]);
        target[33] = (byte)'"';
        _length += 34;
    }

    public void Base64(ReadOnlySpan<byte> bytes)
    {
        Separate();
        Append((byte)'"');
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, Reserve(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out int written);
        _length += written;
        Append((byte)'"');
    }

    /// <summary>An integer of any size as its digits.</summary>
    public void Digits(string digits)
    {
        Separate();
        _length += Encoding.UTF8.GetBytes(digits, Reserve(digits.Length));
    }

    private static void HexDigits(ulong value, Span<byte> target)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        for (int i = 15; i >= 0; i--)
        {
            target[i] = digits[(int)(value & 15)];
            value >>= 4;
        }
    }
}
