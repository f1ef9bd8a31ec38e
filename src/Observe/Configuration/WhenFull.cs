namespace Observe;

/// <summary>What happens to a record that finds the buffer full.</summary>
public enum WhenFull
{
    /// <summary>It is lost, and counted.</summary>
    Drop,

    /// <summary>Its thread waits for room, at most <see cref="ObserverOptions.WaitTimeout"/>; then it is lost, and counted.</summary>
    Wait,
}
