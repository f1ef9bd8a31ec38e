using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2002Tests
{
    [Theory]
    [InlineData("await using Observer a = Observer.Start(Configure); await using Observer b = Observer.{|OBS2002:Start|}(Configure);")]
    [InlineData("await using Observer a = Observer.Start(Configure); { await using Observer b = Observer.{|OBS2002:Start|}(Configure); }")]
    [InlineData("await using (Observer a = Observer.Start(Configure)) { await using Observer b = Observer.{|OBS2002:Start|}(Configure); }")]
    [InlineData("Observer a = Observer.Start(Configure); Console.WriteLine(a.Status); Observer b = Observer.{|OBS2002:Start|}(Configure); await a.DisposeAsync(); await b.DisposeAsync();")]
    [InlineData("await using Observer a = Observer.Start(o => o.Exporters.Add(new ConsoleExporter())); Keep(Observer.{|OBS2002:Start|}(Configure));")]
    [InlineData("for (int i = 0; i < 3; i++) { Observer.{|OBS2002:{|OBS2003:Start|}|}(Configure); }")]
    public async Task A_second_observer_of_the_process_is_a_warning(string body)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body));

        Assert.Contains("The process has an observer already and this throws; dispose that one first, or use Observer.Create and Activate", messages);
    }

    [Fact]
    public Task Top_level_statements_count_as_well() => Use.VerifyProgramAsync("""
        await using Observer a = Observer.Start(options => options.Exporters.Add(new ConsoleExporter()));
        await using Observer b = Observer.{|OBS2002:Start|}(options => options.Exporters.Add(new JsonLinesFileExporter("runs")));
        """);

    [Theory]
    [InlineData("await using (Observer a = Observer.Start(Configure)) { } await using (Observer b = Observer.Start(Configure)) { }")]
    [InlineData("Observer a = Observer.Start(Configure); await a.DisposeAsync(); Observer b = Observer.Start(Configure); await b.DisposeAsync();")]
    [InlineData("if (quiet) { await using Observer a = Observer.Start(Configure); } else { await using Observer b = Observer.Start(Configure); }")]
    [InlineData("{ await using Observer a = Observer.Start(Configure); } await using Observer b = Observer.Start(Configure);")]
    [InlineData("Observer a = Observer.Start(Configure); await EndAsync(a); await using Observer b = Observer.Start(Configure);")]
    [InlineData("await using Observer a = Observer.Start(Configure); await using Observer b = Observer.Create(Configure); using IDisposable here = b.Activate();")]
    [InlineData("await using Observer a = Observer.Start(Configure); if (quiet) { Keep(Observer.Start(Configure)); }")]
    [InlineData("await using Observer a = Observer.Start(Configure); try { Keep(Observer.Start(Configure)); } catch (InvalidOperationException e) { Console.WriteLine(e); }")]
    [InlineData("await using Observer a = Observer.Start(Configure); Action again = () => Observer.Start(Configure); Console.WriteLine(again);")]
    [InlineData("Observer a = quiet ? Observer.Start(Configure) : Observer.Start(o => { }); Keep(a);")]
    [InlineData("for (int i = 0; i < 3; i++) { await using Observer a = Observer.Start(Configure); await Task.Yield(); }")]
    [InlineData("for (int i = 0; i < 3; i++) { Observer a = Observer.Start(Configure); await a.DisposeAsync(); }")]
    [InlineData("while (true) { try { Keep(Observer.Start(Configure)); break; } catch (ArgumentException e) { Console.WriteLine(e); } }")]
    public Task One_after_the_other_or_one_of_two_is_fine(string body) => Use.VerifyAsync(In(body));

    private static string In(string body) => $$"""
        public class Desk
        {
            private Observer? _kept;

            public async Task WorkAsync(bool quiet)
            {
                await Task.Yield();
                Console.WriteLine(quiet);
                {{body}}
            }

            private static void Configure(ObserverOptions options) => options.Exporters.Add(new ConsoleExporter());

            private static async Task EndAsync(Observer observer) => await observer.DisposeAsync();

            private void Keep(Observer observer) => _kept = observer;

            public override string ToString() => $"{_kept}";
        }
        """;
}
