using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>What is captured follows the method's attribute, then the assembly's, then the default.</summary>
public sealed class AssemblyDefaultsTests
{
    [Theory]
    [InlineData(null, "Default", true, true)]
    [InlineData("None", "Default", false, false)]
    [InlineData("Arguments", "Default", true, false)]
    [InlineData("Result", "Default", false, true)]
    [InlineData("None", "All", true, true)]
    [InlineData("None", "Result", false, true)]
    [InlineData("All", "None", false, false)]
    public void The_narrower_place_wins(string? assembly, string method, bool arguments, bool result)
    {
        string source = Generated($$"""
            {{(assembly is null ? "" : $"[assembly: Observe.ObserveDefaults(Capture = Observe.CaptureMode.{assembly})]")}}

            public partial class Agent
            {
                [Observe.Step(Capture = Observe.CaptureMode.{{method}})]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
            """);

        Assert.Equal(arguments, source.Contains("arguments.Write(left)", StringComparison.Ordinal));
        Assert.Equal(arguments, !source.Contains("CapturesArguments = false", StringComparison.Ordinal));
        Assert.Equal(result, source.Contains("call.Return(", StringComparison.Ordinal));
        Assert.Equal(result, !source.Contains("CapturesResult = false", StringComparison.Ordinal));
    }

    private static string Generated(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Empty(run.Diagnostics);
        return Assert.Single(run.GeneratedSources).SourceText.ToString();
    }
}
