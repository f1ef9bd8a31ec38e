namespace Observe;

/// <summary>
/// Puts a policy on an observed method. On an <see cref="ObserveAttribute"/> method it guards the run and everything in it, child runs
/// included; on the method of a scope it guards that scope and what happens inside. It is asked wherever an observer is; without one
/// nothing is governed.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PolicyAttribute : Attribute
{
    /// <summary>A policy of one's own; one instance of it serves all calls of the method.</summary>
    /// <param name="type">
    /// A type that implements <see cref="IPolicy"/>, is visible in the whole assembly and has a constructor without parameters; else a
    /// build error says what is missing.
    /// </param>
    public PolicyAttribute(Type type) => Type = type;

    /// <summary>A policy that the observer knows by name, from code (<see cref="PolicyOptions.AddNamed"/>) or from a file.</summary>
    /// <param name="name">Name of the policy. When no policy has it, the call is blocked.</param>
    public PolicyAttribute(string name) => Name = name;

    /// <summary>Type of the policy, or null.</summary>
    public Type? Type { get; }

    /// <summary>Name of the policy, or null.</summary>
    public string? Name { get; }
}
