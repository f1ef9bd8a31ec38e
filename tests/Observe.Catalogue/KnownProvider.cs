namespace Observe.Catalogue;

/// <summary>A provider under the name that OpenTelemetry gives it (<c>gen_ai.provider.name</c>), else under the one that litellm uses.</summary>
internal sealed class KnownProvider(string name)
{
    public string Name { get; } = name;

    /// <summary>Names of the provider in litellm's file.</summary>
    public string[] Litellm { get; init; } = [name];

    /// <summary>Names of the provider in the file of genai-prices.</summary>
    public string[] Genai { get; init; } = [];

    /// <summary>Further spellings that callers use; <c>~</c> before one that may stand anywhere in what they say.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>How its models are called: <c>^</c> before what names begin with, <c>~</c> before what they contain.</summary>
    public string[] Families { get; init; } = [];

    /// <summary>Whose models it resells when it has no price of its own.</summary>
    public string[] Fallbacks { get; init; } = [];

    public bool HasModel(string model) => Families.Any(family => family[0] == '^'
        ? model.StartsWith(family[1..], StringComparison.Ordinal)
        : model.Contains(family[1..], StringComparison.Ordinal));
}
