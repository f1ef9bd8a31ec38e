using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>
/// The run began. Texts follow: agent, workflow, session, user, end user, user group, anonymous id; then the captured arguments.
/// The wall clock is read here only; every other time is a distance from <see cref="Timestamp"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct RunBegan(in SpanPosition position, long timestamp, long utcTicks)
{
    public const int Size = 48;

    public readonly ulong TraceIdHigh = position.TraceIdHigh;
    public readonly ulong TraceIdLow = position.TraceIdLow;
    public readonly ulong SpanId = position.SpanId;
    public readonly ulong ParentSpanId = position.ParentSpanId;
    public readonly long Timestamp = timestamp;
    public readonly long UtcTicks = utcTicks;
}
