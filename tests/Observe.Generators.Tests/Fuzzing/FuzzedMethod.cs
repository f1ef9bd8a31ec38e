namespace Observe.Generators.Tests.Fuzzing;

/// <summary>One observed method with its body.</summary>
internal sealed record FuzzedMethod(string Name, FuzzedReturn Returned)
{
    public required IReadOnlyList<FuzzedTypeParameter> TypeParameters { get; init; }

    public required IReadOnlyList<FuzzedParameter> Parameters { get; init; }

    public required FuzzedScope Scope { get; init; }

    /// <summary>Everything but <c>partial</c>.</summary>
    public required string Modifiers { get; init; }

    public required string CoreName { get; init; }

    public required string CoreModifiers { get; init; }

    /// <summary>Attribute lists that are not of this library, each on its own line.</summary>
    public string Attributes { get; init; } = "";

    public string CoreAttributes { get; init; } = "";

    /// <summary>Where the body's context is inserted, or -1.</summary>
    public int ContextPosition { get; init; } = -1;

    public bool IsContextOptional { get; init; }

    public required string Body { get; init; }

    public bool IsPartial { get; init; } = true;

    public bool IsStatic => Has("static");

    public bool IsCoreStatic => CoreModifiers.Split(' ').Contains("static");

    public bool IsOverride => Has("override");

    public string TypeParameterList => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(static parameter => parameter.Name))}>";

    private string DeclaredList => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(static parameter => parameter.Attributes + parameter.Name))}>";

    private string Clauses => string.Concat(TypeParameters.Select(static parameter => parameter.Clause));

    private string DeclaredClauses => IsOverride
        ? string.Concat(TypeParameters.Select(static parameter => $" where {parameter.Name} : {parameter.OverrideConstraint}"))
        : Clauses;

    public bool Has(string modifier) => Modifiers.Split(' ').Contains(modifier);

    /// <summary>The declaration, with what follows it.</summary>
    public string Declaration(string modifiers, string end) =>
        $"{modifiers} {Returned.Full} {Name}{DeclaredList}({string.Join(", ", Parameters.Select(static parameter => parameter.Declaration))}){DeclaredClauses}{end}";

    /// <summary>The method of a base class or an interface.</summary>
    public string Inherited(string modifiers, string end) =>
        $"{modifiers} {Returned.Full} {Name}{TypeParameterList}({string.Join(", ", Parameters.Select(static parameter => parameter.BaseDeclaration))}){Clauses}{end}";

    public string Core
    {
        get
        {
            List<string> parameters = [.. Parameters.Select(static parameter => parameter.CoreDeclaration)];
            if (ContextPosition >= 0)
            {
                parameters.Insert(ContextPosition, $"global::Observe.RunContext{(IsContextOptional ? "?" : "")} fuzzRun");
            }

            return $"{CoreAttributes}{CoreModifiers} {Returned.CoreFull} {CoreName}{TypeParameterList}({string.Join(", ", parameters)}){Clauses}\n{Body}";
        }
    }

    /// <summary>The call of the body as a person would write it.</summary>
    public string CallOfCore(string owner)
    {
        List<string> arguments = [.. Parameters.Select(static parameter => parameter.Argument)];
        if (ContextPosition >= 0)
        {
            arguments.Insert(ContextPosition, IsContextOptional ? "null" : "global::Observe.RunContext.Inactive");
        }

        string call = $"{(IsCoreStatic ? owner : "this")}.{CoreName}{TypeParameterList}({string.Join(", ", arguments)})";
        return Returned.CoreText is not null ? $"global::Fuzz.Journal.Unwrap({call})" : Returned.Reference.Length > 0 ? "ref " + call : call;
    }
}
