using Observe.CompilerServices;

namespace Observe.Policies;

/// <summary>The policies that attributes put on a method, inside those of the methods around it. One object for each such nesting.</summary>
internal sealed class Guard(Guard? outer, ScopeDescriptor owner)
{
    private readonly Dictionary<ScopeDescriptor, Guard> _inner = [];
    private PolicySet? _observerPolicies;
    private PolicySet? _all;

    public Guard? Outer { get; } = outer;

    public ScopeDescriptor Owner { get; } = owner;

    /// <summary>The policies of an observer and those of this guard and the outer ones, in the order in which they are asked.</summary>
    public PolicySet With(PolicySet? ofObserver)
    {
        PolicySet observerPolicies = ofObserver ?? PolicySet.Empty;
        lock (_inner)
        {
            if (!ReferenceEquals(_observerPolicies, observerPolicies))
            {
                _observerPolicies = observerPolicies;
                _all = (Outer?.With(observerPolicies) ?? observerPolicies).With(this);
            }

            return _all!;
        }
    }

    /// <summary>The guard of a method inside this one.</summary>
    public Guard Inside(ScopeDescriptor descriptor)
    {
        lock (_inner)
        {
            if (!_inner.TryGetValue(descriptor, out Guard? inner))
            {
                inner = new Guard(this, descriptor);
                _inner.Add(descriptor, inner);
            }

            return inner;
        }
    }
}
