using System.Buffers.Binary;

namespace Observe.Capturing;

/// <summary>Reads the CBOR that <see cref="CompilerServices.CaptureWriter"/> writes.</summary>
internal ref struct CborReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>What has not been read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public readonly byte Peek => _rest[0];

    public readonly byte PeekMajor => (byte)(_rest[0] & 0xE0);

    public byte ReadByte()
    {
        byte value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>Reads the head of an item: the argument that follows the major type.</summary>
    public ulong ReadArgument()
    {
        int additional = ReadByte() & 31;
        ulong value;
        switch (additional)
        {
            case < 24:
                return (ulong)additional;
            case 24:
                return ReadByte();
            case 25:
                value = BinaryPrimitives.ReadUInt16BigEndian(_rest);
                _rest = _rest[2..];
                return value;
            case 26:
                value = BinaryPrimitives.ReadUInt32BigEndian(_rest);
                _rest = _rest[4..];
                return value;
            default:
                value = BinaryPrimitives.ReadUInt64BigEndian(_rest);
                _rest = _rest[8..];
                return value;
        }
    }

    /// <summary>Reads an integer that was written from a <c>long</c>.</summary>
    public long ReadInt64()
    {
        bool negative = PeekMajor == CborMajor.Negative;
        ulong argument = ReadArgument();
        return negative ? ~(long)argument : (long)argument;
    }

    /// <summary>Reads the content of a text or byte string.</summary>
    public ReadOnlySpan<byte> ReadString()
    {
        int length = (int)ReadArgument();
        ReadOnlySpan<byte> content = _rest[..length];
        _rest = _rest[length..];
        return content;
    }

    public Half ReadHalf()
    {
        Half value = BinaryPrimitives.ReadHalfBigEndian(_rest[1..]);
        _rest = _rest[3..];
        return value;
    }

    public float ReadSingle()
    {
        float value = BinaryPrimitives.ReadSingleBigEndian(_rest[1..]);
        _rest = _rest[5..];
        return value;
    }

    public double ReadDouble()
    {
        double value = BinaryPrimitives.ReadDoubleBigEndian(_rest[1..]);
        _rest = _rest[9..];
        return value;
    }

    /// <summary>Reads over one value, whatever it contains.</summary>
    public void Skip()
    {
        switch (PeekMajor)
        {
            case CborMajor.Unsigned or CborMajor.Negative:
                ReadArgument();
                break;
            case CborMajor.Bytes or CborMajor.Text:
                ReadString();
                break;
            case CborMajor.Array:
                SkipItems(itemsEach: 1);
                break;
            case CborMajor.Map:
                SkipItems(itemsEach: 2);
                break;
            case CborMajor.Tag:
                ReadArgument();
                Skip();
                break;
            default:
                _rest = _rest[(Peek switch { CborByte.Half => 3, CborByte.Single => 5, CborByte.Double => 9, _ => 1 })..];
                break;
        }
    }

    private void SkipItems(ulong itemsEach)
    {
        if ((Peek & 31) == 31)
        {
            ReadByte();
            while (Peek != CborByte.Break)
            {
                Skip();
            }

            ReadByte();
            return;
        }

        for (ulong left = ReadArgument() * itemsEach; left > 0; left--)
        {
            Skip();
        }
    }
}
