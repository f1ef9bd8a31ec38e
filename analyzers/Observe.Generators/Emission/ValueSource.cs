using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>Statements and delegates that write one value.</summary>
internal static class ValueSource
{
    /// <summary>A statement that writes the value of an expression.</summary>
    public static string Statement(ObservedType type, ValueShape shape, string writer, string value) =>
        Expression(type, shape, writer, value) + ";";

    /// <summary>A delegate that writes a value of this shape.</summary>
    public static string Writer(ObservedType type, ValueShape shape) => shape.Kind switch
    {
        ValueKind.Data => WriterName(type, shape),
        ValueKind.Masked or ValueKind.Named when !shape.MayBeNull =>
            $"{WrittenAttributes.Lambda} static (writer, _) => {Expression(type, shape, "writer", "_")}",
        _ => $"{WrittenAttributes.Lambda} static (writer, value) => {Expression(type, shape, "writer", "value")}",
    };

    /// <summary>A delegate that writes the method's result, or <c>null</c>.</summary>
    public static string ResultWriter(ObservedType type, ObservedMethod method) =>
        method.Result is null ? "null" : Writer(type, method.Result);

    private static string Expression(ObservedType type, ValueShape shape, string writer, string value) => shape.Kind switch
    {
        ValueKind.Scalar => $"{writer}.Write({value})",
        ValueKind.Data => $"{WriterName(type, shape)}({writer}, {value})",
        ValueKind.Nullable => $"{writer}.WriteNullable({value}, {Writer(type, shape.Item!)})",
        ValueKind.Sequence => $"{writer}.WriteSequence{shape.TypeArguments}({value}, {Writer(type, shape.Item!)})",
        ValueKind.Dictionary =>
            $"{writer}.WriteDictionary{shape.TypeArguments}({value}, {Writer(type, shape.Key!)}, {Writer(type, shape.Item!)})",
        ValueKind.Dynamic => $"{writer}.WriteDynamic({(shape.IsDynamicallyBound ? "(object?)" : "")}{value})",
        ValueKind.Named => $"{writer}.WriteNamed({Literal.Text(shape.Name)}{(shape.MayBeNull ? $", {value}" : "")})",
        ValueKind.Masked => $"{writer}.WriteMasked()",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Kind, "Unknown kind of value."),
    };

    private static string WriterName(ObservedType type, ValueShape shape) => $"{type.CaptureClass}.{shape.Name}{shape.TypeArguments}";
}
