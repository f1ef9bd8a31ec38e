namespace Observe;

/// <summary>The value is left out of the record, its name too. Works where <see cref="SensitiveAttribute"/> works.</summary>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property
        | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public sealed class NotCapturedAttribute : Attribute;
