using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Observe.Capturing;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteByte(CborByte.Null);

    /// <summary>Writes a truth value.</summary>
    /// <param name="value">The value.</param>
    public void Write(bool value) => WriteByte(value ? CborByte.True : CborByte.False);

    /// <summary>Writes a character as a string of one.</summary>
    /// <param name="value">The value.</param>
    public void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    /// <summary>Writes a signed integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(sbyte value) => Write((long)value);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(byte value) => Write((ulong)value);

    /// <summary>Writes a signed integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(short value) => Write((long)value);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(ushort value) => Write((ulong)value);

    /// <summary>Writes a signed integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(int value) => Write((long)value);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(uint value) => Write((ulong)value);

    /// <summary>Writes a signed integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(nint value) => Write((long)value);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(nuint value) => Write((ulong)value);

    /// <summary>Writes a signed integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(long value)
    {
        if (TryReserve(9))
        {
            WriteInteger(value);
        }
    }

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public void Write(ulong value)
    {
        if (TryReserve(9))
        {
            WriteHead(CborMajor.Unsigned, value);
        }
    }

    /// <summary>Writes a signed integer of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(Int128 value) => Write((BigInteger)value);

    /// <summary>Writes an unsigned integer of 128 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(UInt128 value) => Write((BigInteger)value);

    /// <summary>Writes an integer of any size.</summary>
    /// <param name="value">The value.</param>
    public void Write(BigInteger value)
    {
        bool negative = value.Sign < 0;
        BigInteger magnitude = negative ? -1 - value : value;
        int size = magnitude.GetByteCount(isUnsigned: true);
        if (TryReserve(size + 8))
        {
            WriteTag(negative ? CborTag.NegativeBignum : CborTag.PositiveBignum);
            WriteHead(CborMajor.Bytes, (ulong)size);
            magnitude.TryWriteBytes(_buffer.AsSpan(_position), out int written, isUnsigned: true, isBigEndian: true);
            _position += written;
        }
    }

    /// <summary>Writes a floating-point number of 16 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(Half value)
    {
        if (TryReserve(3))
        {
            _buffer[_position] = CborByte.Half;
            BinaryPrimitives.WriteHalfBigEndian(_buffer.AsSpan(_position + 1), value);
            _position += 3;
        }
    }

    /// <summary>Writes a floating-point number of 32 bits.</summary>
    /// <param name="value">The value.</param>
    public void Write(float value)
    {
        if (TryReserve(5))
        {
            _buffer[_position] = CborByte.Single;
            BinaryPrimitives.WriteSingleBigEndian(_buffer.AsSpan(_position + 1), value);
            _position += 5;
        }
    }

    /// <summary>Writes a floating-point number of 64 bits: its bits, nothing is formatted.</summary>
    /// <param name="value">The value.</param>
    public void Write(double value)
    {
        if (TryReserve(9))
        {
            _buffer[_position] = CborByte.Double;
            BinaryPrimitives.WriteDoubleBigEndian(_buffer.AsSpan(_position + 1), value);
            _position += 9;
        }
    }

    /// <summary>Writes a decimal number with its scale.</summary>
    /// <param name="value">The value.</param>
    public void Write(decimal value)
    {
        if (!TryReserve(24))
        {
            return;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 magnitude = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        bool negative = bits[3] < 0 && magnitude != 0;
        WriteTag(CborTag.DecimalFraction);
        _buffer[_position++] = CborMajor.Array | 2;
        WriteInteger(-((bits[3] >> 16) & 0xFF));
        WriteMantissa(negative ? magnitude - 1 : magnitude, negative);
    }

    private void WriteMantissa(UInt128 encoded, bool negative)
    {
        if (encoded <= ulong.MaxValue)
        {
            WriteHead(negative ? CborMajor.Negative : CborMajor.Unsigned, (ulong)encoded);
            return;
        }

        WriteTag(negative ? CborTag.NegativeBignum : CborTag.PositiveBignum);
        _buffer[_position++] = CborMajor.Bytes | 12;
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.AsSpan(_position), (uint)(encoded >> 64));
        BinaryPrimitives.WriteUInt64BigEndian(_buffer.AsSpan(_position + 4), (ulong)encoded);
        _position += 12;
    }

    private void WriteByte(byte value)
    {
        if (TryReserve(1))
        {
            _buffer[_position++] = value;
        }
    }

    // From here on the caller has reserved the room.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteInteger(long value)
    {
        // -1 - n is the bitwise complement.
        ulong sign = (ulong)(value >> 63);
        WriteHead((byte)(CborMajor.Negative & (byte)sign), (ulong)value ^ sign);
    }

    private void WriteTag(int tag) => WriteHead(CborMajor.Tag, (ulong)tag);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteHead(byte major, ulong argument)
    {
        if (argument < 24)
        {
            _buffer[_position++] = (byte)(major | (byte)argument);
        }
        else
        {
            WriteLongHead(major, argument);
        }
    }

    private void WriteLongHead(byte major, ulong argument)
    {
        Span<byte> target = _buffer.AsSpan(_position);
        switch (argument)
        {
            case <= byte.MaxValue:
                target[0] = (byte)(major | 24);
                target[1] = (byte)argument;
                _position += 2;
                break;
            case <= ushort.MaxValue:
                target[0] = (byte)(major | 25);
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)argument);
                _position += 3;
                break;
            case <= uint.MaxValue:
                target[0] = (byte)(major | 26);
                BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)argument);
                _position += 5;
                break;
            default:
                target[0] = (byte)(major | 27);
                BinaryPrimitives.WriteUInt64BigEndian(target[1..], argument);
                _position += 9;
                break;
        }
    }
}
