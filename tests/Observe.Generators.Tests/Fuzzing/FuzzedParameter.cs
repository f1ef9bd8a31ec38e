namespace Observe.Generators.Tests.Fuzzing;

/// <summary>One parameter of a fuzzed method.</summary>
internal sealed record FuzzedParameter(string Name, FuzzedType Type)
{
    public string Attributes { get; init; } = "";

    /// <summary>Attributes that the body's parameter carries.</summary>
    public string CoreAttributes { get; init; } = "";

    /// <summary><c>ref</c>, <c>out</c>, <c>in</c>, <c>ref readonly</c> or empty.</summary>
    public string Passing { get; init; } = "";

    public bool IsScoped { get; init; }

    public bool IsThis { get; init; }

    public bool IsParams { get; init; }

    public string? Default { get; init; }

    public string? CoreType { get; init; }

    /// <summary>Text put before the parameter: directives, comments.</summary>
    public string Before { get; init; } = "";

    public string Declaration =>
        $"{Before}{Attributes}{(IsThis ? "this " : "")}{Modifiers}{(IsParams ? "params " : "")}{Type.Text} {Name}{(Default is null ? "" : " = " + Default)}";

    public string CoreDeclaration =>
        $"{CoreAttributes}{(IsParams && Type.IsRefLike ? "scoped " : "")}{Modifiers}{CoreType ?? Type.Text} {Name}";

    /// <summary>The parameter of an overridden or implemented method.</summary>
    public string BaseDeclaration => $"{Modifiers}{(IsParams ? "params " : "")}{Type.Text} {Name}";

    public string PassedAs => Passing is "ref readonly" ? "in" : Passing;

    public string Argument => (PassedAs.Length == 0 ? "" : PassedAs + " ") + (Type.IsDynamic && Passing.Length == 0 ? $"(object){Name}!" : Name);

    private string Modifiers => (IsScoped ? "scoped " : "") + (Passing.Length == 0 ? "" : Passing + " ");
}
