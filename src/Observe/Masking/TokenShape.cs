namespace Observe.Masking;

/// <summary>How what follows a prefix must look to be a token.</summary>
internal enum TokenShape
{
    /// <summary>The prefix is none.</summary>
    None,

    /// <summary>Nothing else has this prefix: ten bytes are enough.</summary>
    Any,

    /// <summary>Sixteen bytes, among them a digit or a word of sixteen letters and digits.</summary>
    Mixed,

    /// <summary>A word of sixteen letters and digits somewhere: names in programs have the same prefix.</summary>
    LongWord,
}
