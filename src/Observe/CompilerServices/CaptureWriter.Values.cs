using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Observe.Capturing;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>Writes a UUID.</summary>
    /// <param name="value">The value.</param>
    public void Write(Guid value)
    {
        if (TryReserve(19))
        {
            WriteTag(CborTag.Uuid);
            _buffer[_position++] = CborMajor.Bytes | 16;
            value.TryWriteBytes(_buffer.AsSpan(_position), bigEndian: true, out int written);
            _position += written;
        }
    }

    /// <summary>Writes a point in time with its kind.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            // With the offset of now: which zone is the local one may have changed when it is read.
            WriteTime(value.Ticks, (int)(TimeZoneInfo.Local.GetUtcOffset(value).Ticks / TimeSpan.TicksPerMinute));
        }
        else
        {
            WriteTagged(CborTag.DateTime, value.Ticks | ((long)value.Kind << 62));
        }
    }

    /// <summary>Writes a point in time with its offset.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateTimeOffset value) => WriteTime(value.Ticks, value.TotalOffsetMinutes);

    private void WriteTime(long localTicks, int offsetMinutes)
    {
        if (TryReserve(24))
        {
            WriteTag(CborTag.DateTimeOffset);
            _buffer[_position++] = CborMajor.Array | 2;
            WriteInteger(localTicks - (offsetMinutes * TimeSpan.TicksPerMinute));
            WriteInteger(offsetMinutes);
        }
    }

    /// <summary>Writes a date.</summary>
    /// <param name="value">The value.</param>
    public void Write(DateOnly value) => WriteTagged(CborTag.EpochDate, value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeOnly value) => WriteTagged(CborTag.TimeOnly, value.Ticks);

    /// <summary>Writes a duration.</summary>
    /// <param name="value">The value.</param>
    public void Write(TimeSpan value) => WriteTagged(CborTag.TimeSpan, value.Ticks);

    /// <summary>Writes a URI as it was given.</summary>
    /// <param name="value">The value.</param>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <summary>Writes a version as text.</summary>
    /// <param name="value">The value.</param>
    public void Write(Version? value) => Write(value?.ToString());

    /// <summary>Writes a Unicode scalar value as text.</summary>
    /// <param name="value">The value.</param>
    public void Write(Rune value)
    {
        Span<char> units = stackalloc char[2];
        Write(units[..value.EncodeToUtf16(units)]);
    }

    /// <summary>Writes bytes; more of them than a string may have characters are cut, and counted.</summary>
    /// <param name="value">The bytes.</param>
    public void Write(byte[]? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            Write(value.AsMemory());
        }
    }

    /// <summary>Writes bytes; more of them than a string may have characters are cut, and counted.</summary>
    /// <param name="value">The bytes.</param>
    public void Write(ReadOnlyMemory<byte> value)
    {
        // The marks and heads around the bytes take less than 40; what does not fit behind them is cut.
        int room = Math.Max(_limit - _position - ((_depth + 1) * ClosingBytes) - 40, 0);
        int length = Math.Min(Math.Min(value.Length, _options.MaxStringLength), room);
        int omitted = value.Length - length;
        if (!TryReserve(length + 40))
        {
            return;
        }

        if (omitted > 0)
        {
            _buffer[_position++] = CborMajor.Map | 2;
            WriteText(CaptureMarks.Omitted);
            WriteInteger(omitted);
            WriteText(CaptureMarks.Bytes);
        }

        WriteHead(CborMajor.Bytes, (ulong)length);
        value.Span[..length].CopyTo(_buffer.AsSpan(_position));
        _position += length;
    }

    /// <summary>Writes a nullable value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value when there is one.</param>
    public void WriteNullable<T>(T? value, CaptureValue<T> write)
        where T : struct
    {
        if (value is { } present)
        {
            write(this, present);
        }
        else
        {
            WriteNull();
        }
    }

    /// <summary>
    /// Writes a value whose type only the run knows: a scalar or JSON value as it is, anything else by the name of its type. An enum
    /// too: nobody has looked whether its type is sensitive.
    /// </summary>
    /// <typeparam name="T">Static type: <c>object</c>, <c>dynamic</c> or a type parameter.</typeparam>
    /// <param name="value">The value.</param>
    public void WriteDynamic<T>(T value)
    {
        switch (value)
        {
            case null: WriteNull(); break;
            case string text: Write(text); break;
            case bool flag: Write(flag); break;
            case int number: Write(number); break;
            case long number: Write(number); break;
            case double number: Write(number); break;
            case decimal number: Write(number); break;
            case float number: Write(number); break;
            case char character: Write(character); break;
            case byte number: Write(number); break;
            case sbyte number: Write(number); break;
            case short number: Write(number); break;
            case ushort number: Write(number); break;
            case uint number: Write(number); break;
            case ulong number: Write(number); break;
            case Guid guid: Write(guid); break;
            case DateTime time: Write(time); break;
            case DateTimeOffset time: Write(time); break;
            case DateOnly date: Write(date); break;
            case TimeOnly time: Write(time); break;
            case TimeSpan duration: Write(duration); break;
            case Uri uri: Write(uri); break;
            case JsonElement json: Write(json); break; // what tool arguments of models are made of
            case JsonNode json: Write(json); break;
            default: WriteNamed(value.GetType().Name); break;
        }
    }

    private void WriteTagged(int tag, long value)
    {
        if (TryReserve(12))
        {
            WriteTag(tag);
            WriteInteger(value);
        }
    }
}
