namespace Observe;

/// <summary>A method with <see cref="RetryAttribute.BreakAfter"/> has failed so often in a row that it is not attempted for a while.</summary>
public sealed class CircuitOpenException : ObserveException
{
    internal CircuitOpenException(string name, TimeSpan duration)
        : base($"\"{name}\" has failed too often in a row and is not attempted for up to {duration.TotalSeconds:0.###} seconds.") => Name = name;

    /// <summary>Name of the scope.</summary>
    public string Name { get; }
}
