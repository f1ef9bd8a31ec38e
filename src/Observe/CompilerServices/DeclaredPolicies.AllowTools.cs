namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of an <see cref="AllowToolsAttribute"/>; without names no tool may be called.</summary>
    /// <param name="tools">Names of tools; <c>*</c> stands for any characters.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static IPolicy AllowTools(params string[] tools) =>
        new ToolAllowlistPolicy(new ToolAllowlistRules { AllowedTools = tools }, "AllowTools", isStrict: true);
}
