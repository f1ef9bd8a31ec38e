using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2014Tests
{
    private const string Desk = """
        public partial class Desk
        {
            [{|OBS2014:Step|}]
            public partial string Plan(string text);

            private string PlanCore(string text) => text;

            [ToolCall("search")]
            public partial string Search(string text);

            private string SearchCore(string text) => text;
        }
        """;

    [Fact]
    public async Task A_program_in_which_nothing_begins_a_run_is_an_information()
    {
        IReadOnlyList<string> messages = await Use.VerifyProgramAsync("Console.WriteLine(new Desk().Plan(\"x\"));\n" + Desk);

        Assert.Equal(["Nothing in this program begins a run, so [Step] records nothing; put [Observe] on the method that is the agent"], messages);
    }

    [Theory]
    [InlineData("RunContext.Run(\"desk\", run => { });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => await Task.Yield());")]
    [InlineData("await using ActiveRun run = RunContext.Begin(\"desk\");")]
    [InlineData("await using Observer observer = Observer.Create(o => o.Exporters.Add(new ConsoleExporter())); observer.Run(\"desk\", run => 1);")]
    [InlineData("new Agent().Handle();")]
    public Task A_program_that_begins_a_run_is_fine(string statement) => Use.VerifyProgramAsync($$"""
        {{statement}}

        public partial class Agent
        {
            {{(statement.Contains("Agent", StringComparison.Ordinal) ? "[Observe] public partial void Handle(); private void HandleCore() { }" : "")}}
        }

        {{Unmarked}}
        """, informing: "OBS2014");

    [Fact]
    public Task A_library_is_called_from_elsewhere() => Use.VerifyAsync(Unmarked, informing: "OBS2014");

    [Fact]
    public Task Retries_are_made_without_a_run() => Use.VerifyProgramAsync("""
        Console.WriteLine(new Desk().Load("x"));

        public partial class Desk
        {
            [Retry]
            public partial string Load(string key);

            private string LoadCore(string key) => key;
        }
        """, informing: "OBS2014");

    [Fact]
    public async Task The_run_may_begin_in_a_library_that_is_referred_to()
    {
        CSharpCompilation library = TestCompilation.Of(("Library.cs", """
            public static class Library
            {
                public static void Work(System.Action body) => Observe.RunContext.Run("desk", _ => body());
            }
            """)).WithAssemblyName("Library");
        CSharpCompilation program = TestCompilation.Of(("Source.cs", $"using System; using Observe; Library.Work(() => new Desk().Plan(\"x\"));\n{Unmarked}"))
            .AddReferences(library.ToMetadataReference());

        Assert.Empty(await AnalyzerRun.OfAsync(program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication))));
    }

    private static string Unmarked => Desk.Replace("{|OBS2014:Step|}", "Step", StringComparison.Ordinal);
}
