using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>A scope or the run ended; the captured result follows.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct ScopeEnded(long timestamp, Outcome outcome, StreamState stream, long items)
{
    public const int Size = 18;

    public readonly long Timestamp = timestamp;
    public readonly byte Outcome = (byte)outcome;
    public readonly StreamState Stream = stream;
    public readonly long Items = items;
}
