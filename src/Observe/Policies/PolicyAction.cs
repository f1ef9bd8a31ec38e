namespace Observe;

/// <summary>What a policy answers. The words outside the process are the names in lower case.</summary>
public enum PolicyAction
{
    /// <summary>Go on.</summary>
    Allow,

    /// <summary>Go on; the warning is recorded.</summary>
    Warn,

    /// <summary>Go on with secrets and personal data masked.</summary>
    Redact,

    /// <summary>Ask again after a pause; still the same answer after the last attempt counts as <see cref="Throttle"/>.</summary>
    Retry,

    /// <summary>Do not run, without an error, where the method can return nothing; elsewhere the same as <see cref="Block"/>.</summary>
    Skip,

    /// <summary>Do not run now: too many calls, or too much used.</summary>
    Throttle,

    /// <summary>Do not run.</summary>
    Block,
}
