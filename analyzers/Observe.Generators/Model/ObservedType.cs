namespace Observe.Generators.Model;

/// <summary>A type with observed methods: everything that one generated file says.</summary>
internal sealed record ObservedType
{
    /// <summary>Name of the generated file, unique in the compilation whatever the case of its letters.</summary>
    public required string HintName { get; init; }

    /// <summary>Namespace, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>Headers of the partial declarations to reopen, the outermost first.</summary>
    public required EquatableArray<string> Headers { get; init; }

    public required EquatableArray<ObservedMethod> Methods { get; init; }

    /// <summary>Writers of the captured values that have structure or names of their own.</summary>
    public required EquatableArray<DataWriter> Writers { get; init; }

    /// <summary>Readers of the responses of language models.</summary>
    public required EquatableArray<LlmReader> Readers { get; init; }

    /// <summary>Ids of experimental features that the user's signatures or data types make use of.</summary>
    public required EquatableArray<string> ExperimentalFeatures { get; init; }

    /// <summary>Name of the file-local class that holds the descriptors.</summary>
    public required string DescriptorClass { get; init; }

    /// <summary>Name of the nested class that holds the <see cref="Writers"/> and <see cref="Readers"/>.</summary>
    public required string CaptureClass { get; init; }

    /// <summary>Whether that class can be nested; an interface with variance holds no classes.</summary>
    public required bool CaptureIsNested { get; init; }
}
