using System.Runtime.CompilerServices;
using System.Text;

namespace Observe.Recording;

/// <summary>Writes one record into room that was reserved for exactly its size.</summary>
internal unsafe ref struct RecordPen(byte* at)
{
    /// <summary>Most bytes that the texts of a record take together; with everything else in it the sum is still a size.</summary>
    public const int Largest = 1 << 30;

    /// <summary>What stands for the size of texts that are larger: less than zero whatever is added, and no buffer has room for that.</summary>
    public const int TooLarge = int.MinValue;

    private byte* _at = at;

    /// <summary>Bytes that a text takes: its length, then UTF-8; a null text has the length -1.</summary>
    /// <param name="text">The text.</param>
    public static int SizeOf(string? text)
    {
        if (text is null)
        {
            return sizeof(int);
        }

        return text.Length > Largest / 4 ? TooLarge : sizeof(int) + Encoding.UTF8.GetByteCount(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<T>(in T fields)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned(_at, fields);
        _at += sizeof(T);
    }

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(new Span<byte>(_at, bytes.Length));
        _at += bytes.Length;
    }

    /// <summary>Writes a text whose room was computed by <see cref="SizeOf"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">What <see cref="SizeOf"/> said.</param>
    public void WriteText(string? text, int size)
    {
        if (text is null)
        {
            Write(-1);
            return;
        }

        int length = size - sizeof(int);
        Write(length);
        Encoding.UTF8.GetBytes(text, new Span<byte>(_at, length));
        _at += length;
    }
}
