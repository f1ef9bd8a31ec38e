namespace Observe.Generators.Model;

/// <summary>A generated method that reads what a response of a language model says about itself.</summary>
internal sealed record LlmReader
{
    public required string Name { get; init; }

    /// <summary>Type of the response as the method takes it.</summary>
    public required string ValueType { get; init; }

    public required bool MayBeNull { get; init; }

    /// <summary>Type parameters of the observed method, when the response mentions them; in angle brackets, or empty.</summary>
    public required string TypeParameters { get; init; }

    public required EquatableArray<string> Constraints { get; init; }

    /// <summary>Reads the model's name, or null.</summary>
    public required string? Model { get; init; }

    /// <summary>Reads why the response ended, or null.</summary>
    public required string? FinishReason { get; init; }

    /// <summary>Reads the text, or null.</summary>
    public required LlmText? Text { get; init; }

    public required LlmUsage? Usage { get; init; }
}
