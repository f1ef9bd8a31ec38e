namespace Observe.Generators.Model;

internal sealed record ObservedParameter
{
    /// <summary>Name as it stands in code, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>Name as it stands in the record.</summary>
    public required string RecordedName { get; init; }

    /// <summary>Declaration in the implementing part, without a default value.</summary>
    public required string Declaration { get; init; }

    /// <summary>Declaration in the private method: neither <c>this</c> nor <c>params</c>.</summary>
    public required string ObservedDeclaration { get; init; }

    /// <summary>How the parameter is handed on.</summary>
    public required string Argument { get; init; }

    /// <summary>How its value is written; null when it is left out.</summary>
    public required ValueShape? Capture { get; init; }
}
