namespace Observe;

/// <summary>The parameter identifies a visitor who is not known by name; a blank value is not recorded.</summary>
/// <remarks>Allowed on parameters of <see cref="ObserveAttribute"/> methods; the value given at call time wins over the attribute's.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AnonymousIdAttribute : Attribute;
