namespace Observe;

/// <summary>Lets runs begin only for users of certain groups. Category <c>identity</c>; asked before a run; answers block.</summary>
public sealed class RequireUserGroupPolicy : IPolicy
{
    private readonly string[] _groups;
    private readonly bool _isDeclared;

    /// <summary>A policy for these groups.</summary>
    /// <param name="groups">Names of groups, compared exactly with <see cref="RunContext.UserGroup"/>; one of them is enough.</param>
    /// <param name="name">Name in records and messages. Default: <c>require-user-group</c>.</param>
    /// <exception cref="ArgumentException">There is no group, or the name of one is empty.</exception>
    public RequireUserGroupPolicy(IReadOnlyList<string> groups, string name = "require-user-group")
        : this([.. groups ?? throw new ArgumentNullException(nameof(groups))], name, isDeclared: false)
    {
        if (groups.Count == 0)
        {
            throw new ArgumentException("There is no group: name at least one.", nameof(groups));
        }
    }

    /// <summary>A policy of an attribute: it looks at the calls of the method that carries it.</summary>
    internal RequireUserGroupPolicy(string[] groups, string name, bool isDeclared)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (string group in groups)
        {
            if (string.IsNullOrWhiteSpace(group))
            {
                throw new ArgumentException("The name of a group is empty.", nameof(groups));
            }
        }

        _groups = groups;
        _isDeclared = isDeclared;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "identity";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => _isDeclared ? PolicyPoints.BeforeRun | PolicyPoints.BeforeScope : PolicyPoints.BeforeRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_isDeclared && !context.IsGuardedCall)
        {
            return PolicyResult.Allow;
        }

        string? group = context.Run.UserGroup;
        return group is not null && Array.IndexOf(_groups, group) >= 0
            ? PolicyResult.Allow
            : PolicyResult.Block($"needs a user of group {string.Join(" or ", _groups)}; {(group is null ? "the run has no user group" : "the run's group is another")}");
    }
}
