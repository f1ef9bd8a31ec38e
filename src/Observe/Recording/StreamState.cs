namespace Observe.Recording;

/// <summary>How far a stream was read.</summary>
internal enum StreamState : byte
{
    /// <summary>The scope is no stream.</summary>
    None,

    /// <summary>It was left before its end.</summary>
    Left,

    /// <summary>It was read to its end.</summary>
    Completed,
}
