using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2001Tests
{
    private const string Start = "await using Observer observer = Observer.Start(options => options.Exporters.Add(new ConsoleExporter()));";

    [Theory]
    [InlineData("await new Desk().{|OBS2001:HandleAsync|}(\"x\");", "HandleAsync")]
    [InlineData("Console.WriteLine(await new Desk().{|OBS2001:HandleAsync|}(\"x\"));", "HandleAsync")]
    [InlineData("if (args.Length > 0) { await new Desk().{|OBS2001:HandleAsync|}(args[0]); }", "HandleAsync")]
    [InlineData("await RunContext.{|OBS2001:RunAsync|}(\"warm-up\", async run => await Task.Yield());", "RunAsync")]
    [InlineData("using (RunContext.{|OBS2001:Begin|}(\"warm-up\")) { }", "Begin", "OBS2012")]
    public async Task An_agent_that_works_before_the_observer_starts_is_a_warning(string early, string name, string? other = null)
    {
        string code = other is null ? early : early.Replace("using", $"{{|{other}:using|}}", StringComparison.Ordinal);
        IReadOnlyList<string> messages = await Use.VerifyProgramAsync($"{code}\n{Start}\nawait new Desk().HandleAsync(\"y\");\n{Desk}");

        Assert.Contains($"'{name}' is called before the observer starts, so nothing of it is recorded; start the observer first", messages);
    }

    [Fact]
    public Task The_body_of_Main_counts_as_well() => Use.VerifyProgramAsync($$"""
        public static class Program
        {
            public static async Task Main()
            {
                await new Desk().{|OBS2001:HandleAsync|}("x");
                {{Start}}
            }
        }

        {{Desk}}
        """);

    [Theory]
    [InlineData(Start, "await new Desk().HandleAsync(\"x\");")]
    [InlineData("Desk desk = new(); Func<Task<string>> later = () => desk.HandleAsync(\"x\");", Start, "await later();")]
    [InlineData("new Desk().Plan(\"x\");", Start)]
    [InlineData("if (args.Length == 0) { Console.WriteLine(await new Desk().HandleAsync(\"x\")); return; }", Start)]
    [InlineData("if (args.Length == 0) { await new Desk().HandleAsync(\"x\"); Environment.Exit(1); }", Start)]
    [InlineData("await using (Observer first = Observer.Create(o => o.Exporters.Add(new ConsoleExporter()))) { await first.RunAsync(\"x\", async run => await Task.Yield()); }", Start)]
    [InlineData("await Go(new Desk());", Start, "async Task Go(Desk desk) => await desk.HandleAsync(\"x\");")]
    public Task Work_after_the_start_or_without_it_is_fine(params string[] lines) =>
        Use.VerifyProgramAsync(string.Join("\n", lines) + "\n" + Desk);

    [Fact]
    public Task Elsewhere_nobody_knows_the_order() => Use.VerifyAsync($$"""
        public class Comparison
        {
            public async Task MeasureAsync(Desk desk)
            {
                await desk.HandleAsync("without");
                {{Start}}
                await desk.HandleAsync("with");
            }
        }

        {{Desk}}
        """);

    private const string Desk = """
        public partial class Desk
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

            [Step]
            public partial string Plan(string text);

            private string PlanCore(string text) => text;
        }
        """;
}
