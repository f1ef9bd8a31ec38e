namespace Observe.Policies;

/// <summary>Waits on the observer's clock, with or without holding the thread.</summary>
internal static class Pause
{
    public static Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken) =>
        time <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, clock, cancellationToken);

    public static void For(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (time > TimeSpan.Zero)
        {
            Task.Delay(time, clock, cancellationToken).GetAwaiter().GetResult();
        }
    }
}
