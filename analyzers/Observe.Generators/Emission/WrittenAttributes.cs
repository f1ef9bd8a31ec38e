namespace Observe.Generators.Emission;

/// <summary>Attributes of generated code that belongs to no declaration of the user's.</summary>
internal static class WrittenAttributes
{
    /// <summary>On a lambda, which does not take part in what its method says about stepping.</summary>
    public const string Lambda = "[global::System.Diagnostics.DebuggerStepThrough]";

    /// <summary>On a class: who steps into a call arrives in the body, and nobody is asked to test what he has not written.</summary>
    public const string Class = """
        [global::System.Diagnostics.DebuggerStepThrough]
        [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
        """;
}
