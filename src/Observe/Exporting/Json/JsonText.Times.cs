namespace Observe.Exporting.Json;

internal sealed partial class JsonText
{
    /// <summary>A time in UTC with all seven digits of its fraction, in quotes.</summary>
    public void Time(DateTime utc)
    {
        Span<byte> target = BeginTime();
        EndTime(target, Zone(target, TimeText.WriteTime(target, utc, isWhole: true), DateTimeKind.Utc));
    }

    /// <summary>A time as System.Text.Json writes a <see cref="DateTime"/>.</summary>
    public void Time(DateTime time, DateTimeKind kind)
    {
        Span<byte> target = BeginTime();
        EndTime(target, Zone(target, TimeText.WriteTime(target, time, isWhole: false), kind));
    }

    /// <summary>A time as System.Text.Json writes a <see cref="DateTimeOffset"/>.</summary>
    /// <param name="local">The time at that offset.</param>
    /// <param name="offsetMinutes">Distance from UTC.</param>
    public void Time(DateTime local, int offsetMinutes)
    {
        Span<byte> target = BeginTime();
        int length = TimeText.WriteTime(target, local, isWhole: false);
        EndTime(target, length + TimeText.WriteOffset(target[length..], offsetMinutes));
    }

    /// <summary>A date in quotes.</summary>
    public void Date(DateOnly date)
    {
        Span<byte> target = BeginTime();
        EndTime(target, TimeText.WriteDate(target, new DateTime(date.Year, date.Month, date.Day)));
    }

    /// <summary>A duration or time of day in quotes.</summary>
    public void Duration(TimeSpan duration)
    {
        Span<byte> target = BeginTime();
        EndTime(target, TimeText.WriteDuration(target, duration));
    }

    private static int Zone(Span<byte> target, int length, DateTimeKind kind)
    {
        if (kind == DateTimeKind.Utc)
        {
            target[length++] = (byte)'Z';
        }

        return length;
    }

    private Span<byte> BeginTime()
    {
        Separate();
        Append((byte)'"');
        return Reserve(TimeText.MostBytes + 1);
    }

    private void EndTime(Span<byte> target, int length)
    {
        target[length] = (byte)'"';
        _length += length + 1;
    }
}
