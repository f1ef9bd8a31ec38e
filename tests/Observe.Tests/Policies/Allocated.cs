namespace Observe.Tests.Policies;

/// <summary>Bytes that this thread allocates. The runtime itself now and then enlarges a table of its own on whatever thread it is, so one of five measurements has to be clean.</summary>
internal static class Allocated
{
    public static long Least(Action action)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
