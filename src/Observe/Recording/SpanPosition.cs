using System.Buffers.Binary;

namespace Observe.Recording;

/// <summary>Where a run stands in its trace: W3C ids as numbers, most significant byte first when written as text.</summary>
internal readonly struct SpanPosition(ulong traceIdHigh, ulong traceIdLow, ulong spanId, ulong parentSpanId)
{
    public ulong TraceIdHigh { get; } = traceIdHigh;

    public ulong TraceIdLow { get; } = traceIdLow;

    public ulong SpanId { get; } = spanId;

    /// <summary>0 for the root run.</summary>
    public ulong ParentSpanId { get; } = parentSpanId;

    public static SpanPosition NewRoot() => new(NonZero(), NonZero(), NonZero(), 0);

    /// <summary>A root in a trace that another system has begun.</summary>
    public static SpanPosition NewRoot(ActivityTraceId trace)
    {
        Span<byte> bytes = stackalloc byte[16];
        trace.CopyTo(bytes);
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), NonZero(), 0);
    }

    public static SpanPosition ChildOf(in SpanPosition parent, int scopeId) =>
        new(parent.TraceIdHigh, parent.TraceIdLow, NonZero(), parent.SpanIdOf(scopeId));

    /// <summary>
    /// Span id of a scope of the run: the run's own id moved by an odd constant for each scope, so that no id is drawn or stored
    /// for a scope and two scopes of a run never share one.
    /// </summary>
    /// <param name="scopeId">Number of the scope; 0 is the run itself.</param>
    public ulong SpanIdOf(int scopeId)
    {
        ulong id = SpanId + ((ulong)scopeId * 0x9E37_79B9_7F4A_7C15);
        return id == 0 ? ulong.MaxValue : id; // all zero is no valid id in W3C trace context
    }

    public static ActivityTraceId ToTraceId(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return ActivityTraceId.CreateFromBytes(bytes);
    }

    public static ActivitySpanId ToSpanId(ulong id)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id);
        return ActivitySpanId.CreateFromBytes(bytes);
    }

    private static ulong NonZero()
    {
        ulong id;
        do
        {
            id = (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue);
        }
        while (id == 0);

        return id;
    }
}
