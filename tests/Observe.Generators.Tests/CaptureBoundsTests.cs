using System.Globalization;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>The static walk over data types ends, whatever the types are.</summary>
public sealed class CaptureBoundsTests
{
    [Fact]
    public void Beyond_sixty_four_types_a_type_is_named()
    {
        string types = string.Concat(Enumerable.Range(0, 100).Select(static number =>
            string.Create(CultureInfo.InvariantCulture, $"public sealed record T{number}(int Id, T{number + 1}? Next);\n")));

        string source = Generated(types + "public sealed record T100(int Id);\n", "T0");

        Assert.Equal(64, source.Split("internal static void ").Length - 1);
        Assert.Contains("writer.WriteNamed(\"T64\")", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_contains_itself_has_one_writer()
    {
        string source = Generated("public sealed record Node(Node? Next, System.Collections.Generic.List<Node> Children);", "Node");

        Assert.Equal(1, source.Split("internal static void ").Length - 1);
        Assert.Contains("ObserveCapture.Node(writer, value.Next);", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_two_methods_take_has_one_writer()
    {
        string source = Generated("public sealed record Order(int Id);", "Order");

        Assert.Equal(1, source.Split("internal static void ").Length - 1);
        Assert.Equal(2, source.Split("ObserveCapture.Order(arguments, ").Length - 1);
    }

    [Fact]
    public void A_type_that_generated_code_cannot_see_is_named()
    {
        string source = Generated(
            """
            public interface IShown
            {
                int Number { get; }
            }

            public sealed class Holder
            {
                private sealed record Concealed(int Number) : IShown;

                public IShown Shown { get; } = new Concealed(1);

                internal int Internal => 1;

                public object Anything => new Concealed(2);
            }
            """,
            "Holder");

        Assert.Contains("ObserveCapture.IShown(writer, value.Shown);", source, StringComparison.Ordinal);
        Assert.Contains("writer.WriteDynamic(value.Anything);", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Concealed", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Internal", source, StringComparison.Ordinal);
    }

    private static string Generated(string types, string parameter)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            {{types}}

            public partial class Agent
            {
                [Observe.Step]
                public partial void Take({{parameter}} value);

                private void TakeCore({{parameter}} value)
                {
                }

                [Observe.Step]
                public partial void TakeAgain({{parameter}} value);

                private void TakeAgainCore({{parameter}} value)
                {
                }
            }
            """);
        Assert.Empty(run.Diagnostics);
        return Assert.Single(run.GeneratedSources).SourceText.ToString();
    }
}
