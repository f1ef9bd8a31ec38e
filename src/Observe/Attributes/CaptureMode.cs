namespace Observe;

/// <summary>Which values of an observed call are recorded.</summary>
public enum CaptureMode
{
    /// <summary>What the next wider place says: the method's attribute, then the assembly's, then <see cref="All"/>.</summary>
    Default,

    /// <summary>Neither arguments nor result.</summary>
    None,

    /// <summary>Arguments only.</summary>
    Arguments,

    /// <summary>The result only.</summary>
    Result,

    /// <summary>Arguments and result.</summary>
    All,
}
