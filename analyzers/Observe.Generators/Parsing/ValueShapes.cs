using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>
/// Decides, by static types alone, how the captured values of one observed type are written, and plans the writers of the data
/// types that are met on the way.
/// </summary>
internal sealed class ValueShapes(TypeParsing context)
{
    // Bounds on the size of the generated file; types beyond them are named.
    private const int MaximumWriters = 64;
    private const int MaximumGenericDepth = 6; // a generic type whose members nest it once more would grow without end

    private readonly Dictionary<ITypeSymbol, ValueShape> _known = new(SymbolEqualityComparer.Default);
    private readonly List<DataWriter?> _writers = [];

    public EquatableArray<DataWriter> Writers => _writers.OfType<DataWriter>().ToEquatableArray();

    /// <summary>How values of the type are written; null when they are left out.</summary>
    public ValueShape? Of(ITypeSymbol type)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return Privacy.Of(type) switch
        {
            PrivacyLevel.LeftOut => null,
            PrivacyLevel.Masked => ValueShape.Masked,
            _ => OfOpen(type),
        };
    }

    /// <summary>The observed method whose type parameters the type mentions, or null.</summary>
    public static IMethodSymbol? TypeParameterOwner(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.DeclaringMethod,
        IArrayTypeSymbol array => TypeParameterOwner(array.ElementType),
        INamedTypeSymbol named => named.WithContainers()
            .SelectMany(static part => part.TypeArguments)
            .Select(TypeParameterOwner)
            .FirstOrDefault(static owner => owner is not null),
        _ => null,
    };

    /// <summary>Whether values of the type, which is no scalar and no collection, are written member by member.</summary>
    public static bool IsWritable(Compilation compilation, INamedTypeSymbol within, INamedTypeSymbol type) =>
        compilation.IsSymbolAccessibleWithin(type, within)
        && !Obsolescence.IsErrorToMention(type)
        && (type.TypeKind == TypeKind.Enum
            || type.IsTupleType
            || (!OpaqueTypes.IsService(type) && DataProperties.Of(type).Count > 0));

    /// <summary>Whether writers that are not nested would have to mention a type parameter of the type, which only what is in it can see.</summary>
    public bool IsOutOfSight(ITypeSymbol type) =>
        !context.CaptureIsNested
        && (MentionsTypeParameterOfType(type)
            || TypeParameterOwner(type) is { } owner && owner.TypeParameters.Any(static parameter => parameter.ConstraintTypes.Any(MentionsTypeParameterOfType)));

    private static bool MentionsTypeParameterOfType(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.DeclaringMethod is null,
        IArrayTypeSymbol array => MentionsTypeParameterOfType(array.ElementType),
        INamedTypeSymbol named => named.WithContainers().Any(static part => part.TypeArguments.Any(MentionsTypeParameterOfType)),
        _ => false,
    };

    private ValueShape? OfOpen(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol { AllowsRefLikeType: false } || type.SpecialType == SpecialType.System_Object)
        {
            return ValueShape.Dynamic;
        }

        if (type.TypeKind == TypeKind.Dynamic)
        {
            return ValueShape.DynamicallyBound;
        }

        if (Scalars.Contains(type))
        {
            return ValueShape.Scalar;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Of(nullable.TypeArguments[0]) is { } underlying ? ValueShape.Nullable(underlying) : null;
        }

        return OpaqueTypes.IsLive(type) ? Named(type) : OfCollection(type, out ValueShape? shape) ? shape : OfData(type);
    }

    private bool OfCollection(ITypeSymbol type, out ValueShape? shape)
    {
        shape = null;
        if (Collections.EntryOf(type) is { } entry)
        {
            if (Of(entry.Key) is { } key && Of(entry.Value) is { } value)
            {
                shape = new()
                {
                    Kind = ValueKind.Dictionary,
                    Key = key,
                    Item = value,
                    TypeArguments = TypeArguments(type, entry.Key, entry.Value),
                };
            }

            return true;
        }

        if (Collections.ElementOf(type) is not { } element)
        {
            return false;
        }

        if (!ReturnType.CanBeTypeArgument(element))
        {
            shape = Named(type);
        }
        else if (Of(element) is { } item)
        {
            shape = new() { Kind = ValueKind.Sequence, Item = item, TypeArguments = TypeArguments(type, element) };
        }

        return true;
    }

    // The compiler infers them for the framework's collections; a type of the user's may be a sequence of several things.
    private static string TypeArguments(ITypeSymbol type, params ITypeSymbol[] arguments) =>
        type is IArrayTypeSymbol || type.IsFramework()
            ? ""
            : $"<{string.Join(", ", arguments.Select(static argument => argument.InCode()))}>";

    private ValueShape OfData(ITypeSymbol type)
    {
        if (_known.TryGetValue(type, out ValueShape? known))
        {
            return known;
        }

        bool isFull = _writers.Count == MaximumWriters || GenericDepth(type) > MaximumGenericDepth;
        if (isFull || type is not INamedTypeSymbol named || !IsWritable(named))
        {
            return Named(type);
        }

        IMethodSymbol? method = TypeParameterOwner(named);
        string name = context.CaptureMembers.Take(WriterNames.Of(named));
        ValueShape shape = ValueShape.Data(name, SymbolText.TypeParameterList(method?.TypeParameters ?? []));

        // Known before its members are looked at: a type may contain itself.
        _known.Add(type, shape);
        int position = _writers.Count;
        _writers.Add(null);
        _writers[position] = DataWriters.Of(named, shape, method, context);
        return shape;
    }

    private bool IsWritable(INamedTypeSymbol type) =>
        IsWritable(context.Compilation, context.Type, type)
        && !WriterNames.IsTaken(TypeParameterOwner(type))
        && !IsOutOfSight(type);

    private static int GenericDepth(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } ? 1 + arguments.Max(GenericDepth) : 0;

    private static ValueShape Named(ITypeSymbol type) => ValueShape.Named(type.InRecord(), type.IsReferenceType);
}
