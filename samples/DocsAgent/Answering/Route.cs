namespace Docs.Answering;

/// <summary>What kind of answer a question wants.</summary>
public enum Route
{
    /// <summary>Steps or code to follow.</summary>
    HowTo,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>One fact: a value, a place, a name.</summary>
    Lookup,

    /// <summary>How things differ.</summary>
    Comparison,

    /// <summary>Anything else: the best matching text.</summary>
    Unknown,
}
