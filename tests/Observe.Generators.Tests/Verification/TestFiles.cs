using System.Reflection;

namespace Observe.Generators.Tests.Verification;

/// <summary>Files of the repository that tests read.</summary>
internal static class TestFiles
{
    private static readonly string s_project = typeof(TestFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "ProjectDirectory").Value!;

    public static string Cases { get; } = Path.Combine(s_project, "Cases");

    public static string Fuzzing { get; } = Path.Combine(s_project, "Fuzzing");

    public static string Verified { get; } = Path.Combine(Cases, "Verified");

    public static string DocsAgent { get; } = Path.Combine(s_project, "DocsAgent");

    public static string DocsAgentSources { get; } = Path.Combine(s_project, "..", "..", "samples", "DocsAgent");

    public static string Products { get; } = Path.Combine(s_project, "Field", "Correct");

    public static string Planted { get; } = Path.Combine(s_project, "Field", "Planted");

    public static string RuleTests { get; } = Path.Combine(s_project, "Rules");

    public static string FixTests { get; } = Path.Combine(s_project, "Fixes");

    public static string Everyday { get; } = Path.Combine(RuleTests, "Pages", "Everyday.cs");

    public static string RulePages { get; } = Path.Combine(s_project, "..", "..", "analyzers", "Observe.Generators", "Rules");

    public static string Readme { get; } = Path.Combine(s_project, "..", "..", "README.md");

    /// <summary>Whether verified outputs are to be rewritten; the review of a change is then the diff.</summary>
    public static bool AcceptsOutputs { get; } = Environment.GetEnvironmentVariable("OBSERVE_ACCEPT") == "1";
}
