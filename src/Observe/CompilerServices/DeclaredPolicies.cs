using System.ComponentModel;
using Observe.Policies;

namespace Observe.CompilerServices;

/// <summary>Makes the policies that attributes put on a method. One file for each kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DeclaredPolicies
{
    /// <summary>A policy that the observer knows by its name.</summary>
    /// <param name="name">Its name.</param>
    public static IPolicy Named(string name) => new NamedPolicy(name);
}
