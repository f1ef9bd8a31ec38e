namespace Observe.Recording;

/// <summary>Where the cost of a call comes from.</summary>
internal enum LlmCostKind : byte
{
    Unknown,
    Given,
    Estimated,
}
