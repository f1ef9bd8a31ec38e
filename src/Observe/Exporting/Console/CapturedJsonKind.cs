namespace Observe;

/// <summary>What a <see cref="CapturedJson"/> is.</summary>
internal enum CapturedJsonKind
{
    Object,
    Array,
    String,

    /// <summary>A number, true, false or null.</summary>
    Literal,
}
