namespace Observe.Policies;

/// <summary>Waits for something asynchronous where the method is not.</summary>
internal static class Wait
{
    /// <summary>On the thread pool, so that a synchronisation context which is blocked by this wait is not what the work waits for.</summary>
    public static T For<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
