using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Whether any observer is alive: the one static read that an observed call costs when none is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ObserverGate
{
    private static readonly object s_gate = new();
    private static bool s_isOpen;
    private static int s_observers;

    /// <summary>True while at least one observer is alive.</summary>
    public static bool IsOpen => s_isOpen;

    internal static void Open()
    {
        lock (s_gate)
        {
            s_observers++;
            Volatile.Write(ref s_isOpen, true);
        }
    }

    internal static void Close()
    {
        // Count and answer change together: an observer that opens in between must not be shut out.
        lock (s_gate)
        {
            Volatile.Write(ref s_isOpen, --s_observers > 0);
        }
    }
}
