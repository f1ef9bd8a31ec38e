using System.Collections.Concurrent;
using System.Reflection;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>Objects of any data type with random members, the same ones for the same seed.</summary>
internal sealed class RandomGraph(int seed)
{
    private const int Deepest = 6;

    private static readonly ConcurrentDictionary<Type, TypePlan> s_plans = [];

    private readonly Random _random = new(seed);

    public object Of(Type type) => Of(type, depth: 0);

    private object Of(Type type, int depth)
    {
        if (RandomScalar.Of(type, _random) is { } scalar)
        {
            return scalar;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, depth);
        }

        if (type.IsEnum)
        {
            Array values = Enum.GetValues(type);
            return _random.Next(8) == 0 ? Enum.ToObject(type, _random.Next(100)) : values.GetValue(_random.Next(values.Length))!;
        }

        return RandomCollection.ElementOf(type) is { } element
            ? RandomCollection.Of(type, element, Elements(element, depth))
            : Filled(type, depth);
    }

    private Array Elements(Type element, int depth)
    {
        Array elements = Array.CreateInstance(element, depth >= Deepest ? 0 : _random.Next(4));
        for (int i = 0; i < elements.Length; i++)
        {
            elements.SetValue(Of(element, depth + 1), i);
        }

        return elements;
    }

    private object Filled(Type type, int depth)
    {
        TypePlan plan = s_plans.GetOrAdd(type, static type => new TypePlan(type));
        object filled = plan.New([.. plan.Parameters.Select(parameter => Member(parameter.Type, parameter.MayBeNull, depth))]);
        foreach ((PropertyInfo property, bool mayBeNull) in plan.Properties)
        {
            property.SetValue(filled, Member(property.PropertyType, mayBeNull, depth));
        }

        return filled;
    }

    private object? Member(Type type, bool mayBeNull, int depth) =>
        mayBeNull && (depth >= Deepest || _random.Next(4) == 0) ? null : Of(type, depth + 1);
}
