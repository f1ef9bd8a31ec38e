using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Incrementality;

/// <summary>
/// A type is parsed again when a declaration changes that it may depend on, wherever that stands, and only then. What the generator
/// remembers is never seen: after every edit the result is that of a generator that starts afresh.
/// </summary>
public sealed class DeclarationTests
{
    private const string Agent = """
        namespace Shop;

        public partial class Agent
        {
            [Observe.Step]
            public partial Money Add(Money price, Kind kind);

            [Short]
            private partial int Count(string text);

            [Observe.Retrieval(Source = Names.Docs)]
            internal partial Money[] Search(string query = Names.Query, Kind kind = Kind.Large);
        }
        """;

    private const string Bodies = """
        namespace Shop;

        public partial class Agent
        {
            private Money AddCore(Money price, Kind kind)
            {
                return price;
            }

            private int CountCore(string text) => text.Length;

            private Money[] SearchCore(string query, Kind kind) => [];
        }
        """;

    private const string Types = """
        global using Short = Observe.ToolCallAttribute;

        namespace Shop;

        public enum Kind { Small, Large }

        public sealed record Money(decimal Amount)
        {
            public decimal Twice
            {
                get { return Amount * 2; }
            }
        }

        public static class Names
        {
            public const string Docs = Prefix + "docs";
            public const string Query = nameof(Query);
            private const string Prefix = "all ";
        }
        """;

    public static TheoryData<string, string, string> Steps => new()
    {
        { "Types.cs", "Amount * 2", "Amount + Amount" },
        { "Types.cs", "decimal Amount)", "decimal Amount, string Currency)" },
        { "Types.cs", "public decimal Twice", "internal decimal Twice" },
        { "Types.cs", "Large }", "Large, Huge }" },
        { "Types.cs", "Small, Large", "Large, Small" },
        { "Types.cs", "Prefix = \"all \"", "Prefix = \"some \"" },
        { "Types.cs", "nameof(Query)", "nameof(Docs)" },
        { "Types.cs", "public const string Docs = Prefix + \"docs\";", "public static string Docs => \"docs\";" },
        { "Types.cs", "global using Short = Observe.ToolCallAttribute;", "global using ShortAttribute = Observe.ToolCallAttribute;" },
        { "Types.cs", "public sealed record Money", "file sealed record Money" },
        { "Types.cs", "public sealed record Money(decimal Amount)\n", "public sealed record Money(decimal Amount, Half Half)\n" },
        { "Types.cs", "public enum Kind { Small, Large }", "public enum Kind { Small, Large }\npublic readonly record struct Half([Observe.Sensitive] int Of);" },
        { "Types.cs", "global using Short = Observe.ToolCallAttribute;", "global using Short = Observe.StepAttribute;" },
        { "Types.cs", "global using Short = Observe.ToolCallAttribute;", "global using Short = System.ObsoleteAttribute;" },
        { "Types.cs", "global using Short = Observe.ToolCallAttribute;", "" },
        { "Types.cs", "namespace Shop;", "[assembly: Observe.ObserveDefaults(Capture = Observe.CaptureMode.None)]\nnamespace Shop;" },
        { "Types.cs", "return Amount * 2;", "\n#nullable disable\nreturn Amount * 2;" },
        { "Bodies.cs", "return price;", "// a longer body\n                return new Money(1);" },
        { "Bodies.cs", "private int CountCore(string text)", "private int CountCore(object text)" },
        { "Bodies.cs", "private int CountCore(string text)", "private int CountCore(string text, Observe.RunContext run)" },
        { "Bodies.cs", "private Money AddCore", "private static Money AddCore" },
        { "Bodies.cs", "public partial class Agent", "public class Agent" },
        { "Agent.cs", "[Observe.Step]", "[Observe.Step(\"sum\")]" },
        { "Agent.cs", "namespace Shop;", "using Docs = Observe.ObserveAttribute;\nnamespace Shop;" },
        { "Agent.cs", "namespace Shop;", "using Short = Observe.ReasoningAttribute;\nnamespace Shop;" },
        { "Agent.cs", "Money Add(Money price, Kind kind)", "Money Add(Money price, int kind)" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void After_an_edit_and_after_its_undoing_the_result_is_that_of_a_fresh_start(string file, string before, string after)
    {
        Project project = new();
        Assert.Equal(project.Afresh(), project.Incrementally());
        project.Edit(file, before, after);
        Assert.Equal(project.Afresh(), project.Incrementally());
        project.Edit(file, after.Length == 0 ? "\n\nnamespace" : after, after.Length == 0 ? before + "\n\nnamespace" : before);
        Assert.Equal(project.Afresh(), project.Incrementally());
    }

    [Fact]
    public void After_many_edits_the_result_is_that_of_a_fresh_start()
    {
        Random random = new(20_261);
        Project project = new();
        object[][] steps = [.. Steps];
        for (int i = 0; i < 300; i++)
        {
            object[] step = steps[random.Next(steps.Length)];
            (string file, string before, string after) = ((string)step[0], (string)step[1], (string)step[2]);
            project.Toggle(file, before, after);
            Assert.Equal(project.Afresh(), project.Incrementally());
        }
    }

    [Fact]
    public void An_error_that_lies_in_another_file_moves_with_that_file()
    {
        Project project = new();
        project.Edit("Bodies.cs", "private int CountCore(string text)", "private int CountCore(object text)");
        string first = Assert.Single(project.Incrementally(), static line => line.Contains("OBS1004", StringComparison.Ordinal));
        project.Edit("Bodies.cs", "return price;", "\n\n\nreturn price;");
        string second = Assert.Single(project.Incrementally(), static line => line.Contains("OBS1004", StringComparison.Ordinal));

        Assert.StartsWith("Bodies.cs(10,", first, StringComparison.Ordinal);
        Assert.StartsWith("Bodies.cs(13,", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_reference_is_seen()
    {
        Project project = new();
        project.Refer("public const string Name = \"one\";");
        project.Edit("Agent.cs", "[Observe.Step]", "[Observe.Step(Far.Constants.Name)]");
        Assert.Contains(project.Incrementally(), static text => text.Contains("\"one\"", StringComparison.Ordinal));

        project.Refer("public const string Name = \"two\";");

        Assert.Contains(project.Incrementally(), static text => text.Contains("\"two\"", StringComparison.Ordinal));
        Assert.Equal(project.Afresh(), project.Incrementally());
    }

    [Fact]
    public void Other_options_are_seen()
    {
        Project project = new();
        Assert.Equal(project.Afresh(), project.Incrementally());

        project.ForgetNulls();

        Assert.Equal(project.Afresh(), project.Incrementally());
    }

    private sealed class Project
    {
        private MetadataReference? _far;
        private CSharpCompilation _compilation = TestCompilation.Of(("Agent.cs", Agent), ("Bodies.cs", Bodies), ("Types.cs", Types));
        private GeneratorDriver _driver = NewDriver();

        public void Edit(string file, string before, string after) => Replace(file, text =>
        {
            Assert.Contains(before, text, StringComparison.Ordinal);
            return text.Replace(before, after, StringComparison.Ordinal);
        });

        public void Toggle(string file, string before, string after) => Replace(
            file,
            text => text.Contains(before, StringComparison.Ordinal)
                ? text.Replace(before, after, StringComparison.Ordinal)
                : after.Length > 0 ? text.Replace(after, before, StringComparison.Ordinal) : text);

        public void Refer(string members)
        {
            MetadataReference far = TestCompilation.Of(("Far.cs", $"namespace Far; public static class Constants {{ {members} }}"))
                .WithAssemblyName("Far")
                .ToMetadataReference();
            _compilation = _far is null ? _compilation.AddReferences(far) : _compilation.ReplaceReference(_far, far);
            _far = far;
        }

        public void ForgetNulls() =>
            _compilation = _compilation.WithOptions(_compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));

        public IReadOnlyList<string> Incrementally()
        {
            _driver = _driver.RunGenerators(_compilation);
            return Describe(_driver.GetRunResult());
        }

        public IReadOnlyList<string> Afresh()
        {
            SyntaxTree[] trees = [.. _compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), TestCompilation.ParseOptions, tree.FilePath))];
            return Describe(NewDriver().RunGenerators(_compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees)).GetRunResult());
        }

        private static CSharpGeneratorDriver NewDriver() =>
            CSharpGeneratorDriver.Create([new ObserveGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

        private static IReadOnlyList<string> Describe(GeneratorDriverRunResult result)
        {
            Assert.Null(result.Results.Single().Exception);
            return
            [
                .. result.Diagnostics.Select(static diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal),
                .. result.Results.Single().GeneratedSources.Select(static source => source.SourceText.ToString()),
            ];
        }

        private void Replace(string file, Func<string, string> edit)
        {
            SyntaxTree tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
            _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edit(tree.GetText().ToString()))));
        }
    }
}
