namespace Observe.Generators.Tests.Fuzzing;

/// <summary>What a fuzzed method returns.</summary>
internal sealed record FuzzedReturn(ReturnKind Kind, string Text)
{
    /// <summary>The value, the awaited value or one item; null when there is none.</summary>
    public FuzzedType? Result { get; init; }

    /// <summary><c>ref</c>, <c>ref readonly</c> or empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The type that a body returns which wraps its result.</summary>
    public string? CoreText { get; init; }

    public string Full => (Reference.Length == 0 ? "" : Reference + " ") + Text;

    public string CoreFull => (Reference.Length == 0 ? "" : Reference + " ") + (CoreText ?? Text);

    public bool IsTask => Kind is ReturnKind.Task or ReturnKind.TaskOfResult or ReturnKind.ValueTask or ReturnKind.ValueTaskOfResult;
}
