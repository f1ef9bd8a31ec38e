namespace Observe;

/// <summary>Base of the exceptions that Observe throws on purpose. Recording never throws.</summary>
public abstract class ObserveException : Exception
{
    private protected ObserveException(string message)
        : base(message)
    {
    }

    private protected ObserveException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
