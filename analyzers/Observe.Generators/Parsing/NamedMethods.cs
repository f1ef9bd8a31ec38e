using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>The methods of a type whose scopes were given names. Read once, so that no method is compared with all others.</summary>
internal sealed class NamedMethods
{
    private readonly Dictionary<(ScopeKind, string), List<(IMethodSymbol Method, ScopeAttribute Scope)>> _methods = [];

    public NamedMethods(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (ScopeAttribute scope in ScopeAttribute.Of(method))
            {
                if (scope.GivenName is { } name)
                {
                    Add((scope.Kind, name), method, scope);
                }
            }
        }
    }

    /// <summary>The methods that were given this name for this kind of scope, in the order of the code.</summary>
    public IReadOnlyList<(IMethodSymbol Method, ScopeAttribute Scope)> Of(ScopeKind kind, string name) =>
        _methods.TryGetValue((kind, name), out List<(IMethodSymbol, ScopeAttribute)>? methods) ? methods : [];

    private void Add((ScopeKind, string) name, IMethodSymbol method, ScopeAttribute scope)
    {
        if (!_methods.TryGetValue(name, out List<(IMethodSymbol, ScopeAttribute)>? methods))
        {
            _methods.Add(name, methods = []);
        }

        methods.Add((method, scope));
    }
}
