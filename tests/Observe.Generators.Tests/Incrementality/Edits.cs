using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Incrementality;

/// <summary>Runs the generator before and after an edit, on one driver as an editor does, and reports what was done again.</summary>
internal static class Edits
{
    public const string Agent = """
        namespace Shop;

        public partial class Agent
        {
            [Observe.Step("add")]
            public partial int Add(int left, Money price);

            private int AddCore(int left, Money price)
            {
                return left;
            }
        }

        public sealed record Money(decimal Amount);
        """;

    public const string Other = """
        namespace Shop;

        public static class Other
        {
            public static int Number => 1;
        }
        """;

    public const string Second = """
        namespace Shop;

        public partial class Second
        {
            [Observe.ToolCall]
            public partial void Call();

            private void CallCore()
            {
            }
        }
        """;

    /// <summary>Edits <c>Agent.cs</c>.</summary>
    public static EditOutcome InAgent(string before, string after) => In(Agent, text => text.Replace(before, after, StringComparison.Ordinal));

    public static EditOutcome In(string source, Func<string, string> edit)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Agent.cs", source), ("Other.cs", Other));
        string edited = edit(source);
        Assert.NotEqual(source, edited);
        return Run(compilation, Replace(compilation, "Agent.cs", edited));
    }

    public static EditOutcome InOther(string source) => InOther(Agent, source);

    public static EditOutcome InOther(string agent, string source)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Agent.cs", agent), ("Other.cs", Other));
        return Run(compilation, Replace(compilation, "Other.cs", source));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text)));
    }

    private static EditOutcome Run(CSharpCompilation before, CSharpCompilation after)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(before);
        GeneratorRunResult first = driver.GetRunResult().Results.Single();
        driver = driver.RunGenerators(after);
        return new EditOutcome(first, driver.GetRunResult().Results.Single());
    }
}
