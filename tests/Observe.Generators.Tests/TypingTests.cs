using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>An editor runs the generator on code that is half written; nothing of it may crash the generator.</summary>
public sealed class TypingTests
{
    private const int Step = 61;

    [Theory]
    [InlineData("SupportAgent")]
    [InlineData("Generics")]
    [InlineData("TypeKinds")]
    [InlineData("Values")]
    [InlineData("Names")]
    [InlineData("LlmCalls")]
    [InlineData("Retries")]
    public void Every_beginning_of_a_case_is_survived(string name)
    {
        string source = File.ReadAllText(Path.Combine(TestFiles.Cases, name + ".cs"));
        for (int length = Step; length < source.Length; length += Step)
        {
            AssertSurvives(source[..length]);
        }
    }

    [Theory]
    [InlineData("SupportAgent")]
    [InlineData("Decisions")]
    [InlineData("Privacy")]
    [InlineData("Governed")]
    [InlineData("Retrievals")]
    public void A_case_with_a_hole_is_survived(string name)
    {
        string source = File.ReadAllText(Path.Combine(TestFiles.Cases, name + ".cs"));
        for (int start = 0; start + Step < source.Length; start += Step)
        {
            AssertSurvives(source.Remove(start, Step));
        }
    }

    private static void AssertSurvives(string source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver = driver.RunGenerators(TestCompilation.Of(("Source.cs", source)));

        Exception? exception = driver.GetRunResult().Results.Single().Exception;
        Assert.True(exception is null, $"{exception}\n{source}");
    }
}
