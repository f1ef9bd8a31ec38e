namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of a <see cref="RequireUserGroupAttribute"/>: it looks at the calls of the method that carries it, not at what happens inside.</summary>
    /// <param name="groups">Names of groups; without one nobody may call the method.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static IPolicy RequireUserGroup(params string[] groups) => new RequireUserGroupPolicy(groups, "RequireUserGroup", isDeclared: true);
}
