using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Observe.Masking;

namespace Observe.Exporting.Json;

/// <summary>
/// A growing buffer of JSON (RFC 8259). Commas are put where they belong; everything else is up to the caller. It exists because the
/// file exporter must write a million scopes a second: the general writer of the framework takes longer for one.
/// </summary>
internal sealed partial class JsonText(int capacity = 64 * 1024)
{
    private static readonly SearchValues<byte> s_mustEscape = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"u8 +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\\u007F"u8);

    private byte[] _buffer = new byte[capacity];
    private int _length;
    private int _nameAt;
    private int _nameEnd;

    public int Length => _length;

    /// <summary>What every text is masked by; null for none.</summary>
    public MaskBuffer? Mask { get; set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public override string ToString() => Encoding.UTF8.GetString(_buffer, 0, _length);

    public void Clear()
    {
        _length = 0;
        (_nameAt, _nameEnd) = (0, 0); // a name of the last text must not be taken for one of the next
    }

    public void BeginObject() => Open((byte)'{');

    public void EndObject() => Append((byte)'}');

    public void BeginArray() => Open((byte)'[');

    public void EndArray() => Append((byte)']');

    public void EndLine() => Append((byte)'\n');

    /// <summary>Writes a name of the format itself, which needs no escaping and says nothing about the text behind it.</summary>
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
        if (Mask is null || Mask.IsHarmlessName(utf8))
        {
            Quote(utf8);
        }
        else
        {
            int at = _length + 1;
            Quote(Mask.Masked(utf8));
            _nameAt = at;
            _nameEnd = _length - 1;
        }

        Append((byte)':');
    }

    /// <summary>A text, masked; a name such as "password" just before it says more about it than the text itself.</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        Separate();
        if (Mask is not null && !utf8.IsEmpty)
        {
            bool isMember = _nameEnd + 2 == _length;
            utf8 = isMember ? Mask.MaskedMember(_buffer.AsSpan(_nameAt, _nameEnd - _nameAt), utf8) : Mask.Masked(utf8);
        }

        Quote(utf8);
    }

    /// <summary>A word of the format itself: nothing to mask.</summary>
    public void Word(ReadOnlySpan<byte> plain)
    {
        Separate();
        Quote(plain);
    }

    public void String(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        String(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    public void Boolean(bool value) => Literal(value ? "true"u8 : "false"u8);

    public void Null() => Literal("null"u8);

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
