namespace Observe.Generators;

/// <summary>Names of the pipeline's steps, as tests of incrementality find them.</summary>
internal static class StepNames
{
    /// <summary>Everything that parsing a type yields; parsed again when its file changes, or a declaration in another.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The models, without locations: unchanged as long as the generated source is.</summary>
    public const string Models = nameof(Models);

    /// <summary>The diagnostics, with locations.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Scopes, policies and roles where nobody reads them, with locations.</summary>
    public const string Strays = nameof(Strays);
}
