using System.Runtime.CompilerServices;
using System.Text;
using Observe.Capturing;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>Writes a string; one that is too long is cut and says by how much.</summary>
    /// <param name="value">The string.</param>
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            Write(value.AsSpan());
        }
    }

    /// <summary>Writes characters as a string; a span that is too long is cut and says by how much.</summary>
    /// <param name="value">The characters.</param>
    public void Write(ReadOnlySpan<char> value)
    {
        if (value.Length > _options.MaxStringLength)
        {
            WriteCutText(value, _options.MaxStringLength);
        }
        else if (_skipNext || _position + (value.Length * 3) + 5 + ((_depth + 1) * ClosingBytes) <= _limit)
        {
            // UTF-8 takes at most three bytes for one UTF-16 unit.
            if (TryReserve((value.Length * 3) + 5))
            {
                WriteWholeText(value);
            }
        }
        else
        {
            WriteCutText(value, value.Length);
        }
    }

    /// <summary>Writes the mask that stands for a value which must not be recorded.</summary>
    public void WriteMasked()
    {
        if (TryReserve(CaptureMarks.Sensitive.Length + 2))
        {
            WriteText(CaptureMarks.Sensitive);
        }
    }

    /// <summary>Writes only the type's name of a value that is not walked: a service, a stream, a delegate.</summary>
    /// <param name="typeName">The name.</param>
    public void WriteNamed(string typeName)
    {
        if (TryReserve((typeName.Length * 3) + 16))
        {
            _buffer[_position++] = CborMajor.Map | 1;
            WriteText(CaptureMarks.Type);
            WriteWholeText(typeName);
        }
    }

    /// <summary>Writes null, or only the type's name of a value that is not walked.</summary>
    /// <param name="typeName">The name.</param>
    /// <param name="reference">The value; nothing of it is read.</param>
    public void WriteNamed(string typeName, object? reference)
    {
        if (reference is null)
        {
            WriteNull();
        }
        else
        {
            WriteNamed(typeName);
        }
    }

    private void WriteCutText(ReadOnlySpan<char> value, int keep)
    {
        // Whatever the text is, this many characters of it fit surely into what is left.
        const int SuffixBytes = 40;
        int room = _limit - _position - ((_depth + 1) * ClosingBytes) - SuffixBytes;
        keep = Math.Min(keep, room / 3);
        if (keep < 16 && keep < value.Length)
        {
            _skipNext = true; // not even a useful beginning fits
            TryReserve(0);
            return;
        }

        if (keep < value.Length && char.IsHighSurrogate(value[keep - 1]))
        {
            keep--;
        }

        if (!TryReserve((keep * 3) + SuffixBytes))
        {
            return;
        }

        if (keep == value.Length)
        {
            WriteWholeText(value);
            return;
        }

        int start = _position;
        _position += 5;
        _position += Encoding.UTF8.GetBytes(value[..keep], _buffer.AsSpan(_position));
        _position += Encoding.UTF8.GetBytes($"… (+{value.Length - keep} chars)", _buffer.AsSpan(_position));
        WriteFixedHead(start, _position - start - 5);
    }

    private void WriteFixedHead(int start, int length)
    {
        _buffer[start] = CborMajor.Text | 26;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(start + 1), length);
    }

    // The caller has reserved three bytes a character and five for the head.
    private void WriteWholeText(ReadOnlySpan<char> value)
    {
        // Most text is ASCII: then the length in bytes is the length in characters, and the head needs no second look.
        int headSize = HeadSize(value.Length);
        int start = _position;
        int length = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(start + headSize));
        int actualHeadSize = HeadSize(length);
        if (actualHeadSize != headSize)
        {
            _buffer.AsSpan(start + headSize, length).CopyTo(_buffer.AsSpan(start + actualHeadSize));
        }

        WriteHead(CborMajor.Text, (ulong)length);
        _position += length;
    }

    private void WriteText(ReadOnlySpan<byte> utf8)
    {
        WriteHead(CborMajor.Text, (ulong)utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_position));
        _position += utf8.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HeadSize(int length) => length switch
    {
        < 24 => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };
}
