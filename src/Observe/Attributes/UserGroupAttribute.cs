namespace Observe;

/// <summary>The parameter names the group of the user.</summary>
/// <remarks>Allowed on parameters of <see cref="ObserveAttribute"/> methods; the value given at call time wins over the attribute's.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UserGroupAttribute : Attribute;
