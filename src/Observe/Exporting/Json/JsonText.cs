using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Observe.Exporting.Json;

/// <summary>
/// A growing buffer of JSON (RFC 8259). Commas are put where they belong; everything else is up to the caller. It exists because the
/// file exporter must write a million scopes a second: the general writer of the framework takes longer for one.
/// </summary>
internal sealed class JsonText(int capacity = 64 * 1024)
{
    private static readonly SearchValues<byte> s_mustEscape = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"u8 +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\\u007F"u8);

    private byte[] _buffer = new byte[capacity];
    private int _length;

    public int Length => _length;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public override string ToString() => Encoding.UTF8.GetString(_buffer, 0, _length);

    public void Clear() => _length = 0;

    public void BeginObject() => Open((byte)'{');

    public void EndObject() => Append((byte)'}');

    public void BeginArray() => Open((byte)'[');

    public void EndArray() => Append((byte)']');

    public void EndLine() => Append((byte)'\n');

    /// <summary>Writes a name that needs no escaping.</summary>
    public void Name(ReadOnlySpan<byte> plain)
    {
        Separate();
        Span<byte> target = Reserve(plain.Length + 3);
        target[0] = (byte)'"';
        plain.CopyTo(target[1..]);
        target[plain.Length + 1] = (byte)'"';
        target[plain.Length + 2] = (byte)':';
        _length += plain.Length + 3;
    }

    /// <summary>Writes a name of any characters.</summary>
    public void AnyName(ReadOnlySpan<byte> utf8)
    {
        Separate();
        Quote(utf8);
        Append((byte)':');
    }

    public void String(ReadOnlySpan<byte> utf8)
    {
        Separate();
        Quote(utf8);
    }

    public void String(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        String(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

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

    public void Boolean(bool value) => Literal(value ? "true"u8 : "false"u8);

    public void Null() => Literal("null"u8);

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

    private void Literal(ReadOnlySpan<byte> text)
    {
        Separate();
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    private void Open(byte bracket)
    {
        Separate();
        Append(bracket);
    }

    /// <summary>A comma, unless the last byte opens a container, separates, or starts a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Separate()
    {
        if (_length > 0 && _buffer[_length - 1] is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)'\n'))
        {
            Append((byte)',');
        }
    }

    private void Quote(ReadOnlySpan<byte> utf8)
    {
        Append((byte)'"');
        int plain;
        while ((plain = utf8.IndexOfAny(s_mustEscape)) >= 0)
        {
            utf8[..plain].CopyTo(Reserve(plain));
            _length += plain;
            Escape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        utf8.CopyTo(Reserve(utf8.Length));
        _length += utf8.Length;
        Append((byte)'"');
    }

    private void Escape(byte character)
    {
        ReadOnlySpan<byte> escaped = character switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            _ => default,
        };
        if (escaped.IsEmpty)
        {
            Span<byte> target = Reserve(6);
            "\\u00"u8.CopyTo(target);
            target[4] = "0123456789abcdef"u8[character >> 4];
            target[5] = "0123456789abcdef"u8[character & 15];
            _length += 6;
        }
        else
        {
            escaped.CopyTo(Reserve(2));
            _length += 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte character)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_length++] = character;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - _length < size)
        {
            Grow(size);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int size) => Array.Resize(ref _buffer, (int)Math.Min(Math.Max((long)_buffer.Length * 2, (long)_length + size), Array.MaxLength));
}
