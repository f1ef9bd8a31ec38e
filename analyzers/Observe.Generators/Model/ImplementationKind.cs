namespace Observe.Generators.Model;

internal enum ImplementationKind
{
    /// <summary>The call is observed.</summary>
    Observed,

    /// <summary>An error was reported: the call goes straight to the body, so that the compiler adds no errors of its own.</summary>
    PassThrough,

    /// <summary>An error was reported and there is no body to call.</summary>
    Stub,
}
