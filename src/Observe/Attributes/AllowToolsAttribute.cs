namespace Observe;

/// <summary>Names the only tools that may be called; every other tool call is blocked. See <see cref="PolicyAttribute"/> for where it applies.</summary>
/// <param name="tools">Names of tools, compared exactly; <c>*</c> stands for any characters.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AllowToolsAttribute(params string[] tools) : Attribute
{
    /// <summary>Names of the tools.</summary>
    public string[] Tools { get; } = tools;
}
