namespace Observe;

/// <summary>Lets the method run only for users of these groups (<see cref="RunContext.UserGroup"/>); every other call of it is blocked.</summary>
/// <param name="groups">Names of groups, compared exactly; one of them is enough.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RequireUserGroupAttribute(params string[] groups) : Attribute
{
    /// <summary>Names of the groups.</summary>
    public string[] Groups { get; } = groups;
}
