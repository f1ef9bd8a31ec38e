using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class DisposeObserverFixTests
{
    private const string Start = "Observer.{|OBS2003:Start|}(options => options.Exporters.Add(new ConsoleExporter()))";
    private const string Started = "Observer.Start(options => options.Exporters.Add(new ConsoleExporter()))";

    [Theory]
    [InlineData(Start + "; // go", "await using Observer observer = " + Started + "; // go")]
    [InlineData("_ = " + Start + ";", "await using Observer observer = " + Started + ";")]
    [InlineData("var observer = " + Start + ";", "await using var observer = " + Started + ";")]
    public Task An_observer_ends_with_the_program(string before, string after)
    {
        const string rest = "\n\nawait RunContext.RunAsync(\"desk\", async run => { await Task.Yield(); run.SetResult(1); });\n";
        return Fix.VerifyProgramAsync<DisposeObserverFix>(before + rest, after + rest);
    }

    [Fact]
    public Task Main_becomes_asynchronous() => Fix.VerifyTextAsync<DisposeObserverFix>(
        "using Observe;\n\npublic static class Program\n{\n    private static void Main()\n    {\n        " + Start + ";\n    }\n}\n",
        "using System.Threading.Tasks;\nusing Observe;\n\npublic static class Program\n{\n    private static async Task Main()\n    {\n        await using Observer observer = " + Started + ";\n    }\n}\n",
        kind: Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Theory]
    [InlineData("given.{|OBS2003:DisposeAsync|}();", "await given.DisposeAsync();")]
    [InlineData("_ = given.{|OBS2003:DisposeAsync|}();", "await given.DisposeAsync();")]
    public Task An_end_is_awaited(string before, string after) => Fix.VerifyAsync<DisposeObserverFix>(In(before), In(after), "Await");

    [Theory]
    [InlineData("using IDisposable here = Observer.{|OBS2003:Create|}(options => options.Exporters.Add(new ConsoleExporter())).Activate();")]
    [InlineData("await Observer.{|OBS2003:Create|}(options => options.Exporters.Add(new ConsoleExporter())).RunAsync(\"desk\", async run => { await Task.Yield(); run.SetResult(1); });")]
    [InlineData("given?.{|OBS2003:DisposeAsync|}();")]
    public Task What_has_no_place_for_it_is_left_to_the_user(string statement) => Fix.VerifyNoneAsync<DisposeObserverFix>(In(statement));

    private static string In(string statement) => $$"""
        public class Desk
        {
            public async Task WorkAsync(Observer given)
            {
                await Task.Yield();
                Console.WriteLine(given);
                {{statement}}
            }
        }
        """;
}
