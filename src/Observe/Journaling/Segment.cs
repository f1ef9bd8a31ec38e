using System.Runtime.InteropServices;

namespace Observe.Journaling;

/// <summary>
/// One region of the journal: native memory that holds whole records, one behind the other. Belongs to one run at a time.
/// Everything below <see cref="Length"/> is complete, so a reader needs no marks inside.
/// </summary>
internal sealed unsafe class Segment
{
    private Segment(byte* start, int capacity)
    {
        Start = start;
        Capacity = capacity;
    }

    public byte* Start { get; }

    public int Capacity { get; }

    public int Length { get; set; }

    public Segment? Next { get; set; }

    /// <summary>A new segment, or null when the system has no memory for it: that is a lost record, not an exception in user code.</summary>
    /// <param name="capacity">Its size in bytes.</param>
    public static Segment? TryAllocate(int capacity)
    {
        try
        {
            return new((byte*)NativeMemory.Alloc((nuint)capacity), capacity);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    public static void Free(Segment segment) => NativeMemory.Free(segment.Start);
}
