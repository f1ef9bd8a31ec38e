using Observe.Capturing;
using Observe.Policies;

namespace Observe.Exporting.Reading;

/// <summary>The elements of a captured array, without decoding them.</summary>
internal ref struct ArrayItems
{
    private CborReader _reader;
    private readonly bool _isOpen;
    private ulong _left;

    public ArrayItems(ReadOnlySpan<byte> array)
    {
        if (!IsArray(array))
        {
            return;
        }

        _reader = new CborReader(array);
        _isOpen = _reader.Peek == CborByte.OpenArray;
        _left = _isOpen ? (ulong)_reader.ReadByte() : _reader.ReadArgument();
    }

    public ArrayItem Current { get; private set; }

    public static bool IsArray(ReadOnlySpan<byte> value) => !value.IsEmpty && (value[0] & 0xE0) == CborMajor.Array;

    public readonly ArrayItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0 || _reader.IsAtEnd || (_isOpen && _reader.Peek == CborByte.Break))
        {
            return false;
        }

        if (!_isOpen)
        {
            _left--;
        }

        ReadOnlySpan<byte> from = _reader.Rest;
        _reader.Skip();
        ReadOnlySpan<byte> value = from[..^_reader.Rest.Length];
        bool isMark = value[0] == (CborMajor.Map | 1) && RecordedValueReader.GetNumber(value, "$omitted") is not null;
        Current = new ArrayItem(value, isMark ? (int)RecordedValueReader.GetNumber(value, "$omitted")!.Value : 0);
        return true;
    }
}
