namespace Observe.Generators.Model;

/// <summary>How a call waits for its policies, those of the method's attributes and those of the observer, before the body begins.</summary>
internal enum AdmissionKind
{
    /// <summary>On the calling thread.</summary>
    Now,

    /// <summary>Without holding a thread, in an asynchronous method of its own.</summary>
    Awaited,
}
