using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Whether any observer is alive: the one static read that an observed call costs when none is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObserverGate
{
    private static bool s_isOpen;
    private static int s_observers;

    /// <summary>True while at least one observer is alive.</summary>
    public static bool IsOpen => s_isOpen;

    internal static void Open()
    {
        Interlocked.Increment(ref s_observers);
        Volatile.Write(ref s_isOpen, true);
    }

    internal static void Close()
    {
        Interlocked.Decrement(ref s_observers);

        // Another observer may have opened between the two: the last word is the count's.
        Volatile.Write(ref s_isOpen, Volatile.Read(ref s_observers) > 0);
    }
}
