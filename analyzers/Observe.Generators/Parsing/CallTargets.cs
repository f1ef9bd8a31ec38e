using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>How generated code calls methods of the observed type, and names methods of its own in it.</summary>
internal static class CallTargets
{
    /// <summary>A call of the user's method, with the type arguments of the observed one; the arguments follow.</summary>
    public static string Of(IMethodSymbol target, IMethodSymbol method)
    {
        string name = SymbolText.AsIdentifier(target.Name);
        if (HasParameter(method, target.Name))
        {
            name = (target.IsStatic ? method.ContainingType.InCode() : "this") + "." + name;
        }

        return name + SymbolText.TypeParameterList(method.TypeParameters);
    }

    /// <summary>A name that means nothing else where the method is.</summary>
    public static string NewName(TypeParsing context, string prefix, IMethodSymbol method)
    {
        string name = context.Members.Take(prefix + method.Name);
        return HasParameter(method, name) ? NewName(context, prefix, method) : name;
    }

    /// <summary>The first parameter that is a token and can be handed on in another's place, or null.</summary>
    public static string? TokenOf(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(static parameter =>
            parameter.RefKind == RefKind.None && parameter.Type.Is("System.Threading", "CancellationToken")) is { } token
            ? SymbolText.AsIdentifier(token.Name)
            : null;

    private static bool HasParameter(IMethodSymbol method, string name) => method.ParameterNames().Contains(name);
}
