using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>Something without a duration happened. Its name follows, then its captured value.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct EventHappened(long timestamp, EventKind kind)
{
    public const int Size = 9;

    public readonly long Timestamp = timestamp;
    public readonly byte Kind = (byte)kind;
}
