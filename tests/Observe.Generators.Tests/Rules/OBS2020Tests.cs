using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2020Tests
{
    [Theory]
    [InlineData("RunContext.{|OBS2020:Current|}!.SetTag(\"a\", \"b\");", "SetTag")]
    [InlineData("(RunContext.{|OBS2020:Current|}!).SetTag(\"a\", \"b\");", "SetTag")]
    [InlineData("Console.WriteLine(Observe.RunContext.{|OBS2020:Current|}!.RunId);", "RunId")]
    [InlineData("\n#nullable disable\nRunContext.{|OBS2020:Current|}.SetTag(\"a\", \"b\");\n#nullable restore\n", "SetTag")]
    [InlineData("\n#nullable disable warnings\nConsole.WriteLine(RunContext.{|OBS2020:Current|}.Agent);\n#nullable restore\n", "Agent")]
    public async Task A_run_that_may_not_be_there_is_a_warning(string statement, string member)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"RunContext.Current is null outside a run, and '{member}' then throws; write '?.'"], messages);
    }

    [Theory]
    [InlineData("RunContext.Current?.SetTag(\"a\", \"b\");")]
    [InlineData("\n#nullable disable\nRunContext.Current?.SetTag(\"a\", \"b\");\n#nullable restore\n")]
    [InlineData("\n#nullable disable\nif (RunContext.Current != null) { RunContext.Current.SetTag(\"a\", \"b\"); }\n#nullable restore\n")]
    [InlineData("if (RunContext.Current is not null) { RunContext.Current!.SetTag(\"a\", \"b\"); }")]
    [InlineData("ArgumentNullException.ThrowIfNull(RunContext.Current); RunContext.Current!.SetTag(\"a\", \"b\");")]
    [InlineData("RunContext run = RunContext.Current!; run.SetTag(\"a\", \"b\");")]
    [InlineData("System.Diagnostics.Activity.Current!.Stop();")]
    public Task Whoever_thinks_of_null_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Fact]
    public Task Where_the_compiler_warns_the_rule_is_silent() =>
        Use.VerifyAsync(In("{|CS8602:RunContext.Current|}.SetTag(\"a\", \"b\");"));

    [Fact]
    public async Task A_test_may_assume_a_run()
    {
        CSharpCompilation compilation = TestCompilation.Of(("Source.cs", "using System;\nusing Observe;\n" + In("RunContext.Current!.SetTag(\"a\", \"b\");")));

        IReadOnlyList<Diagnostic> inTests = await AnalyzerRun.OfAsync(
            compilation.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

        Assert.Empty(inTests);
    }

    private static string In(string statement) => $$"""
        public class Desk
        {
            public void Work()
            {
                {{statement}}
            }
        }
        """;
}
