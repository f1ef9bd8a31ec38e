using System.Reflection;
using System.Runtime.CompilerServices;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>How objects of one type are made: its longest constructor, then every property that anybody may set.</summary>
internal sealed class TypePlan
{
    private readonly Type _concrete;
    private readonly ConstructorInfo? _constructor;

    public TypePlan(Type type)
    {
        _concrete = !type.IsAbstract ? type : type.Assembly.GetTypes()
            .Where(candidate => candidate is { IsAbstract: false } && candidate.IsAssignableTo(type))
            .MinBy(static candidate => candidate.Name)!;
        _constructor = _concrete.GetConstructors()
            .Where(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != _concrete))
            .MaxBy(static constructor => constructor.GetParameters().Length);

        NullabilityInfoContext nullability = new();
        ParameterInfo[] parameters = _constructor?.GetParameters() ?? [];
        bool isEntry = _concrete.IsGenericType && _concrete.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
        Parameters =
        [
            .. parameters.Select(parameter =>
                (parameter.ParameterType, !isEntry && nullability.Create(parameter).ReadState == NullabilityState.Nullable)),
        ];
        Properties =
        [
            .. _concrete.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property is { SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)
                .Where(property => parameters.All(parameter => parameter.Name != property.Name))
                .Select(property => (property, nullability.Create(property).WriteState == NullabilityState.Nullable)),
        ];
    }

    public IReadOnlyList<(Type Type, bool MayBeNull)> Parameters { get; }

    public IReadOnlyList<(PropertyInfo Property, bool MayBeNull)> Properties { get; }

    public object New(object?[] arguments) =>
        _constructor is null ? RuntimeHelpers.GetUninitializedObject(_concrete) : _constructor.Invoke(arguments);
}
