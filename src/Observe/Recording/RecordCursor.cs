using System.Runtime.CompilerServices;
using System.Text;

namespace Observe.Recording;

/// <summary>Reads one record from behind its header, field by field in the order in which they were written.</summary>
internal unsafe ref struct RecordCursor
{
    private readonly byte* _end;
    private byte* _at;

    public RecordCursor(byte* record)
    {
        Header = Unsafe.ReadUnaligned<RecordHeader>(record);
        _at = record + RecordHeader.Size;
        _end = record + Header.Length;
    }

    public RecordHeader Header { get; }

    /// <summary>What has not been read yet: the captured value, after the fixed fields and texts.</summary>
    public readonly ReadOnlySpan<byte> Rest => new(_at, (int)(_end - _at));

    public T Read<T>()
        where T : unmanaged
    {
        T fields = Unsafe.ReadUnaligned<T>(_at);
        _at += sizeof(T);
        return fields;
    }

    /// <summary>UTF-8 of a text; <paramref name="isNull"/> tells a null text from an empty one.</summary>
    public ReadOnlySpan<byte> ReadUtf8(out bool isNull)
    {
        int length = Read<int>();
        isNull = length < 0;
        ReadOnlySpan<byte> text = new(_at, Math.Max(length, 0));
        _at += text.Length;
        return text;
    }

    public string? ReadText()
    {
        ReadOnlySpan<byte> text = ReadUtf8(out bool isNull);
        return isNull ? null : Encoding.UTF8.GetString(text);
    }
}
