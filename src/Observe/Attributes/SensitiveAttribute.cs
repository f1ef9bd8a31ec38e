namespace Observe;

/// <summary>
/// The value is never written anywhere; a mask stands in its place. Works on parameters, return values (<c>[return: Sensitive]</c>),
/// properties (also inside nested objects and collections, also on the parameters of a record) and whole types.
/// </summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property
        | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public sealed class SensitiveAttribute : Attribute;
