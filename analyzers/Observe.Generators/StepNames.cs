namespace Observe.Generators;

/// <summary>Names of the pipeline's steps, as tests of incrementality find them.</summary>
internal static class StepNames
{
    /// <summary>Everything that parsing a type yields; runs again whenever the compilation changes.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The models, without locations: unchanged as long as the generated source is.</summary>
    public const string Models = nameof(Models);

    /// <summary>The diagnostics, with locations.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Policies on methods that are not observed, with locations.</summary>
    public const string StrayPolicies = nameof(StrayPolicies);
}
