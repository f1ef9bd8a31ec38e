using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// Compares a method named as the body with the declaration, type parameters taken for one another. Nullability, default values,
/// names in tuples and <c>dynamic</c> for <c>object</c> need not agree.
/// </summary>
internal sealed class CoreComparison
{
    private readonly Compilation _compilation;
    private readonly IMethodSymbol _declaration;
    private readonly IMethodSymbol _core;
    private readonly List<string> _differences = [];

    private CoreComparison(Compilation compilation, IMethodSymbol declaration, IMethodSymbol core, int contextPosition)
    {
        _compilation = compilation;
        _declaration = declaration;
        _core = core.Arity > 0 && core.Arity == declaration.Arity ? core.Construct([.. declaration.TypeParameters]) : core;
        Core = core;
        ContextPosition = contextPosition;
    }

    public IMethodSymbol Core { get; }

    /// <summary>Position of the parameter that asks for the context, or -1.</summary>
    public int ContextPosition { get; }

    /// <summary>What it returns where the declaration returns a value.</summary>
    public BodyWrapper Wrapper { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How far the two are apart; what could not be compared, because there is another number of it, counts as different.</summary>
    public int Distance { get; private set; }

    public static CoreComparison Of(
        Compilation compilation, IMethodSymbol declaration, ReturnShape shape, BodyWrapper allowed, IMethodSymbol core, int contextPosition)
    {
        CoreComparison comparison = new(compilation, declaration, core, contextPosition);
        comparison.CompareModifiers();
        if (core.Arity != declaration.Arity)
        {
            comparison._differences.Add($"it has {Count(core.Arity, "type parameter")}, the declaration {declaration.Arity}");
            comparison.Distance = 1 + declaration.Parameters.Length;
        }
        else
        {
            comparison.CompareReturn(shape, allowed);
            comparison.CompareParameters();
            comparison.CompareConstraints();
        }

        comparison.Distance += comparison._differences.Count;
        return comparison;
    }

    /// <summary>The body's parameter that receives one of the declaration's.</summary>
    public IParameterSymbol ParameterOf(IParameterSymbol declared) =>
        Core.Parameters[ContextPosition >= 0 && declared.Ordinal >= ContextPosition ? declared.Ordinal + 1 : declared.Ordinal];

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private void CompareModifiers()
    {
        if (_declaration.IsStatic && !Core.IsStatic)
        {
            _differences.Add("it must be static, as the declaration is");
        }

        if (_declaration.IsReadOnly && !Core.IsReadOnly && !Core.IsStatic)
        {
            _differences.Add("it must be readonly, as the declaration is");
        }
    }

    private void CompareReturn(ReturnShape shape, BodyWrapper allowed)
    {
        ITypeSymbol declared = _declaration.ReturnType;
        ITypeSymbol actual = _core.ReturnType;
        if (_declaration.RefKind != _core.RefKind)
        {
            _differences.Add("one of the two returns by reference");
        }
        else if (!Same(declared, actual))
        {
            Wrapper = IsWrapped(declared, actual, shape, allowed) ? allowed : BodyWrapper.None;
            if (Wrapper == BodyWrapper.None)
            {
                _differences.Add($"it returns '{actual.InMessage()}', the declaration '{declared.InMessage()}'");
            }
        }
    }

    private bool IsWrapped(ITypeSymbol declared, ITypeSymbol actual, ReturnShape shape, BodyWrapper allowed)
    {
        if (shape is ReturnShape.TaskOfResult or ReturnShape.ValueTaskOfResult)
        {
            (INamedTypeSymbol outer, INamedTypeSymbol? actualOuter) = ((INamedTypeSymbol)declared, actual as INamedTypeSymbol);
            if (actualOuter is null || !SymbolEqualityComparer.Default.Equals(outer.OriginalDefinition, actualOuter.OriginalDefinition))
            {
                return false;
            }

            (declared, actual) = (outer.TypeArguments[0], actualOuter.TypeArguments[0]);
        }

        return actual is INamedTypeSymbol wrapped && wrapped.Is(allowed) && Same(declared, wrapped.TypeArguments[0]);
    }

    private void CompareParameters()
    {
        List<IParameterSymbol> actual = [.. _core.Parameters.Where(parameter => parameter.Ordinal != ContextPosition)];
        if (actual.Count != _declaration.Parameters.Length)
        {
            _differences.Add($"it has {Count(actual.Count, "parameter")}, the declaration {_declaration.Parameters.Length}");
            Distance = Math.Max(actual.Count, _declaration.Parameters.Length);
            return;
        }

        for (int i = 0; i < actual.Count; i++)
        {
            CompareParameter(_declaration.Parameters[i], actual[i]);
        }

        if (_differences.Count == 0)
        {
            CompareOrder(actual);
        }
    }

    private void CompareParameter(IParameterSymbol declared, IParameterSymbol actual)
    {
        if (!Same(declared.Type, actual.Type))
        {
            _differences.Add(
                $"its parameter '{actual.Name}' is '{actual.Type.InMessage()}', the declaration's '{declared.Type.InMessage()}'");
        }
        else if (declared.RefKind != actual.RefKind)
        {
            _differences.Add($"its parameter '{actual.Name}' is passed {Passing(actual)}, the declaration's {Passing(declared)}");
        }
        else if (declared.ScopedKind != ScopedKind.None && actual.ScopedKind == ScopedKind.None && !declared.IsParams)
        {
            _differences.Add($"its parameter '{actual.Name}' must be scoped, as the declaration's is");
        }
    }

    // Two parameters of one type under each other's names would be mixed up without a word.
    private void CompareOrder(List<IParameterSymbol> actual)
    {
        List<string> wanted = [.. _declaration.Parameters.Select(static parameter => parameter.Name)];
        List<string> given = [.. actual.Select(static parameter => parameter.Name)];
        if (!wanted.SequenceEqual(given) && new HashSet<string>(wanted).SetEquals(given))
        {
            _differences.Add($"its parameters are in another order than the declaration's ({string.Join(", ", wanted)})");
        }
    }

    private void CompareConstraints()
    {
        for (int i = 0; i < Core.Arity; i++)
        {
            ITypeParameterSymbol declared = _declaration.TypeParameters[i];
            ITypeParameterSymbol actual = Core.TypeParameters[i];
            bool fits = (!actual.HasReferenceTypeConstraint || declared.HasReferenceTypeConstraint || declared.IsReferenceType)
                && (!actual.HasValueTypeConstraint || declared.HasValueTypeConstraint)
                && (!actual.HasUnmanagedTypeConstraint || declared.HasUnmanagedTypeConstraint)
                && (!actual.HasConstructorConstraint || declared.HasConstructorConstraint || declared.HasValueTypeConstraint)
                && (!declared.AllowsRefLikeType || actual.AllowsRefLikeType)
                && _core.TypeParameters[i].ConstraintTypes.All(type => IsImplied(declared, type));
            if (!fits)
            {
                _differences.Add($"its type parameter '{actual.Name}' is constrained more than the declaration's");
            }
        }
    }

    private bool IsImplied(ITypeParameterSymbol declared, ITypeSymbol constraint)
    {
        ITypeSymbol wanted = Substitute(constraint);
        return declared.ConstraintTypes.Any(given => Same(given, wanted) || _compilation.ClassifyConversion(given, wanted).IsImplicit);
    }

    // A constraint of the body's T that is another of its type parameters stands for the declaration's at the same place.
    private ITypeSymbol Substitute(ITypeSymbol constraint) => constraint switch
    {
        ITypeParameterSymbol { DeclaringMethod: not null } parameter => _declaration.TypeParameters[parameter.Ordinal],
        IArrayTypeSymbol array => _compilation.CreateArrayTypeSymbol(Substitute(array.ElementType), array.Rank),
        INamedTypeSymbol { IsGenericType: true } named => Substitute(named),
        _ => constraint,
    };

    private INamedTypeSymbol Substitute(INamedTypeSymbol named)
    {
        INamedTypeSymbol definition = named.ContainingType is { IsGenericType: true } container
            ? Substitute(container).GetTypeMembers(named.Name, named.Arity)[0]
            : named.OriginalDefinition;
        return named.Arity == 0 ? definition : definition.Construct([.. named.TypeArguments.Select(Substitute)]);
    }

    private bool Same(ITypeSymbol first, ITypeSymbol second) =>
        SymbolEqualityComparer.Default.Equals(first, second)
        || _compilation.ClassifyConversion(first, second).IsIdentity
        || (first.TypeKind == TypeKind.Error && first.InCode() == second.InCode());

    private static string Passing(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "by value",
        RefKind.Out => "by 'out'",
        RefKind.In => "by 'in'",
        RefKind.RefReadOnlyParameter => "by 'ref readonly'",
        _ => "by 'ref'",
    };
}
