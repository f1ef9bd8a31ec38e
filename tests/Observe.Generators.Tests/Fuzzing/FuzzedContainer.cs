namespace Observe.Generators.Tests.Fuzzing;

/// <summary>A type around a fuzzed method, or around such a type.</summary>
internal sealed record FuzzedContainer(string Keyword, string Name)
{
    /// <summary><c>static</c>, <c>abstract</c>, <c>readonly</c>, <c>ref</c> …, without accessibility.</summary>
    public string Modifiers { get; init; } = "";

    public string Accessibility { get; init; } = "public";

    public string Attributes { get; init; } = "";

    public IReadOnlyList<FuzzedTypeParameter> TypeParameters { get; init; } = [];

    /// <summary>Parameter list of the primary constructor, or empty.</summary>
    public string Constructor { get; init; } = "";

    /// <summary>Members beside the observed one.</summary>
    public string Members { get; init; } = "";

    public string Bases { get; init; } = "";

    /// <summary>How one is made: what follows <c>new T</c>.</summary>
    public string Construction { get; init; } = "()";

    public bool IsPartial { get; init; } = true;

    public bool IsStatic => Has("static");

    public bool IsAbstract => Has("abstract") || IsInterface;

    public bool IsInterface => Keyword == "interface";

    public bool IsValue => Keyword.EndsWith("struct", StringComparison.Ordinal);

    public bool IsRefLike => Has("ref");

    public bool IsReadOnly => Has("readonly");

    public bool IsOpenForInheritance => Keyword is "class" or "record" && !Has("sealed") && !IsStatic;

    public string Parameters => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(static parameter => parameter.Name))}>";

    public string Closed => Name + (TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(static parameter => parameter.Argument))}>");

    public bool Has(string modifier) => Modifiers.Split(' ').Contains(modifier);

    /// <summary>The head of its first declaration, or of a further one.</summary>
    public string Head(bool isFirst)
    {
        string list = TypeParameters.Count == 0
            ? ""
            : $"<{string.Join(", ", TypeParameters.Select(parameter => (isFirst ? parameter.Attributes : "") + parameter.Variance + parameter.Name))}>";
        string partial = IsPartial ? "partial " : "";
        return isFirst
            ? $"{Attributes}{Accessibility} {(Modifiers.Length == 0 ? "" : Modifiers + " ")}{partial}{Keyword} {Name}{list}{Constructor}{Bases}{string.Concat(TypeParameters.Select(static parameter => parameter.Clause))}"
            : $"{(Has("ref") ? "ref " : "")}{partial}{Keyword} {Name}{list}";
    }
}
