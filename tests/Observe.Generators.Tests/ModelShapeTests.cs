using System.Reflection;
using Observe.Generators.Model;

namespace Observe.Generators.Tests;

/// <summary>
/// A model that reaches a symbol or a syntax node keeps a whole compilation alive and is never equal to the next one. So what is
/// cached is guarded by the shape of a namespace.
/// </summary>
public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models =>
    [
        .. typeof(ObservedType).Assembly.GetTypes().Where(static type =>
            type.Namespace == typeof(ObservedType).Namespace && !IsCompilerMade(type) && !IsStatic(type)),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_reaches_nothing_but_values_and_models(Type model)
    {
        foreach (Type field in Fields(model).Select(static field => field.FieldType).SelectMany(WithArguments))
        {
            Assert.True(IsValue(field) || field.Namespace == model.Namespace, $"{model} reaches {field}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_sealed(Type model) => Assert.True(model.IsSealed);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_compared_by_value(Type model) =>
        Assert.True(model.IsEnum || typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model));

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_knows_no_place_in_a_file(Type model) =>
        Assert.DoesNotContain(Fields(model), static field =>
            field.Name.Contains("line", StringComparison.OrdinalIgnoreCase) || field.Name.Contains("span", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void The_namespace_is_not_empty() => Assert.True(Models.Count > 10);

    private static FieldInfo[] Fields(Type type) =>
        type.IsEnum ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type);

    // An immutable array is a value only inside the model that compares its elements.
    private static bool IsValue(Type type) =>
        type.IsPrimitive || type == typeof(string) || type.IsGenericParameter || type.Name.StartsWith("ImmutableArray`", StringComparison.Ordinal)
        || Nullable.GetUnderlyingType(type) is not null;

    private static bool IsCompilerMade(Type type) => type.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };
}
