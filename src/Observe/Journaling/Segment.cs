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

    public static Segment Allocate(int capacity) => new((byte*)NativeMemory.Alloc((nuint)capacity), capacity);

    public static void Free(Segment segment) => NativeMemory.Free(segment.Start);
}
