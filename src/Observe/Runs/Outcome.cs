namespace Observe;

/// <summary>How a run or a scope ended.</summary>
public enum Outcome
{
    /// <summary>It has begun and no end is known: still open when its run ended, or a stream that nobody read to its end.</summary>
    Unfinished,

    /// <summary>It returned.</summary>
    Ok,

    /// <summary>It threw.</summary>
    Error,

    /// <summary>It was cancelled: an <see cref="OperationCanceledException"/> left it. That is not an error.</summary>
    Cancelled,

    /// <summary>A policy blocked, throttled or skipped it; its body was never called.</summary>
    Blocked,
}
