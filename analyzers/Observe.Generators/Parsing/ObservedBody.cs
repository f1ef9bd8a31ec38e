using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Recognises, from its own side, a method that is called in place of a declaration: a body or a fallback.</summary>
internal static class ObservedBody
{
    /// <summary>Whether some observed method of the same type calls a method of this name with its own arguments.</summary>
    public static bool IsOne(IMethodSymbol method) => CallersOf(method).Any();

    /// <summary>The first observed method of the same type that calls a method of this name with its own arguments, or null.</summary>
    public static IMethodSymbol? CallerOf(IMethodSymbol method) => CallersOf(method).FirstOrDefault();

    /// <summary>The parameter of the declaration whose value a parameter of the body or fallback receives, or null.</summary>
    public static IParameterSymbol? DeclaredParameterOf(IParameterSymbol parameter, IMethodSymbol body)
    {
        // Only the context stands in one and not in the other.
        IParameterSymbol[] received = [.. body.Parameters.Where(IsHandedOn)];
        int position = Array.IndexOf(received, parameter);
        foreach (IMethodSymbol declaration in position < 0 ? [] : CallersOf(body))
        {
            IParameterSymbol[] declared = [.. declaration.Parameters.Where(IsHandedOn)];
            if (declared.Select(TextOf).SequenceEqual(received.Select(TextOf)))
            {
                return declared[position];
            }
        }

        return null;
    }

    /// <summary>The observed method whose body this is, or null; a fallback is no body.</summary>
    public static IMethodSymbol? DeclarationOf(IMethodSymbol body)
    {
        IMethodSymbol definition = body.OriginalDefinition;
        return ScopeNames.DeclaredAs(definition.Name) is { } name
            ? definition.ContainingType.GetMembers(name)
                .OfType<IMethodSymbol>()
                .FirstOrDefault(declaration => ScopeAttribute.Of(declaration).Any() && IsBodyOf(declaration, definition))
            : null;
    }

    private static bool IsHandedOn(IParameterSymbol parameter) => !parameter.Type.IsOurs(WellKnownNames.RunContext);

    // Each method has type parameters of its own, so that types are compared as they are written.
    private static string TextOf(IParameterSymbol parameter) => parameter.Type.InRecord();

    private static IEnumerable<IMethodSymbol> CallersOf(IMethodSymbol method)
    {
        string? declared = ScopeNames.DeclaredAs(method.Name);
        foreach (ISymbol member in method.ContainingType.GetMembers())
        {
            if (member is IMethodSymbol declaration
                && (declaration.Name == declared
                    ? ScopeAttribute.Of(declaration).Any()
                    : ScopeAttribute.Of(declaration).Any(scope => scope.Data.NamedArgument("FallbackTo") as string == method.Name)))
            {
                yield return declaration;
            }
        }
    }

    // Of two that fit, the one without the context is the body.
    private static bool IsBodyOf(IMethodSymbol declaration, IMethodSymbol candidate) =>
        Fits(declaration, candidate, withContext: false)
        || (Fits(declaration, candidate, withContext: true)
            && !candidate.ContainingType.GetMembers(candidate.Name)
                .OfType<IMethodSymbol>()
                .Any(other => Fits(declaration, other, withContext: false)));

    private static bool Fits(IMethodSymbol declaration, IMethodSymbol candidate, bool withContext)
    {
        if (candidate.Arity != declaration.Arity || candidate.Parameters.Length != declaration.Parameters.Length + (withContext ? 1 : 0))
        {
            return false;
        }

        IMethodSymbol body = candidate.Arity == 0 ? candidate : candidate.Construct([.. declaration.TypeParameters]);
        int at = 0;
        foreach (IParameterSymbol parameter in body.Parameters)
        {
            if (at < declaration.Parameters.Length && SymbolEqualityComparer.Default.Equals(parameter.Type, declaration.Parameters[at].Type))
            {
                at++;
            }
            else if (!withContext || !parameter.Type.IsOurs(WellKnownNames.RunContext))
            {
                return false;
            }
        }

        return at == declaration.Parameters.Length;
    }
}
