using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>A policy answered. Texts follow: its name, version and category, the reason, and the word of an unknown action.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct PolicyChecked(long timestamp, long duration, PolicyResult answer, PolicyPhase phase, int priority)
{
    public const int Size = 30;

    public readonly long Timestamp = timestamp;
    public readonly long Duration = duration;
    public readonly long RetryAfterTicks = answer.RetryAfter?.Ticks ?? -1;
    public readonly byte Action = (byte)answer.Action;
    public readonly byte Phase = (byte)phase;
    public readonly int Priority = priority;
}
