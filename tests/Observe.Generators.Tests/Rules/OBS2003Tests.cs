using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2003Tests
{
    [Theory]
    [InlineData("Observer.{|OBS2003:Start|}(Configure);")]
    [InlineData("_ = Observer.{|OBS2003:Create|}(Configure);")]
    [InlineData("using IDisposable here = Observer.{|OBS2003:Create|}(Configure).Activate();")]
    [InlineData("await Observer.{|OBS2003:Create|}(Configure).RunAsync(\"desk\", async run => await Task.Yield());")]
    public async Task An_observer_that_nobody_keeps_is_a_warning(string body)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body));

        Assert.Equal(["Nobody keeps this observer to dispose it, so the last runs may be lost; write 'await using Observer observer = …'"], messages);
    }

    [Theory]
    [InlineData("Observer observer = Observer.{|OBS2003:Start|}(Configure);")]
    [InlineData("var observer = Observer.{|OBS2003:Start|}(Configure); await observer.RunAsync(\"desk\", async run => await Task.Yield());")]
    [InlineData("Observer observer = Observer.{|OBS2003:Create|}(Configure); using (observer.Activate()) { Console.WriteLine(observer.Status); }")]
    public async Task An_observer_that_is_never_disposed_is_a_warning(string body)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body));

        Assert.Equal(["'observer' is never disposed, so the last runs may be lost; declare it with 'await using'"], messages);
    }

    [Theory]
    [InlineData("given.{|OBS2003:DisposeAsync|}();", "DisposeAsync")]
    [InlineData("void End() => given?.{|OBS2003:DisposeAsync|}(); End();", "DisposeAsync")]
    [InlineData("_ = given.{|OBS2003:DisposeAsync|}();", "DisposeAsync")]
    [InlineData("given?.{|OBS2003:DisposeAsync|}();", "DisposeAsync")]
    [InlineData("Observer.Default?.{|OBS2003:FlushAsync|}();", "FlushAsync")]
    [InlineData("Action end = () => given.{|OBS2003:DisposeAsync|}(); end();", "DisposeAsync")]
    public async Task An_end_that_nobody_waits_for_is_a_warning(string body, string name)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body, isAsync: false));

        Assert.Equal([$"Nobody waits for '{name}', so the last runs may be lost; await it"], messages);
    }

    [Fact]
    public Task Top_level_statements_count_as_well() => Use.VerifyProgramAsync("""
        Observer observer = Observer.{|OBS2003:Start|}(options => options.Exporters.Add(new ConsoleExporter()));
        await RunContext.RunAsync("desk", async run => await Task.Yield());
        """);

    [Theory]
    [InlineData("await using Observer observer = Observer.Start(Configure);")]
    [InlineData("await using var observer = Observer.Start(Configure);")]
    [InlineData("await using (Observer observer = Observer.Start(Configure)) { }")]
    [InlineData("await using (Observer.Start(Configure)) { }")]
    [InlineData("await using (Observer.Start(Configure).ConfigureAwait(false)) { }")]
    [InlineData("Observer observer = Observer.Start(Configure); try { } finally { await observer.DisposeAsync(); }")]
    [InlineData("Observer observer = Observer.Start(Configure); await using ConfiguredAsyncDisposable end = observer.ConfigureAwait(false);")]
    [InlineData("Observer observer = Observer.Start(Configure); FlushResult result = await observer.FlushAsync(TimeSpan.FromSeconds(5)); Console.WriteLine(result);")]
    [InlineData("Observer observer = Observer.Start(Configure); _kept = observer;")]
    [InlineData("_kept = Observer.Start(Configure);")]
    [InlineData("_kept ??= Observer.Start(Configure);")]
    [InlineData("Observer observer = Observer.Start(Configure); Keep(observer);")]
    [InlineData("Keep(Observer.Start(Configure));")]
    [InlineData("Observer observer = Observer.Start(Configure); AppDomain.CurrentDomain.ProcessExit += (_, _) => observer.DisposeAsync().AsTask().Wait();")]
    [InlineData("Observer observer = Observer.Create(Configure); Func<Task> later = () => observer.RunAsync(\"x\", async run => await Task.Yield()); await later();")]
    [InlineData("Observer? observer = null; try { observer = Observer.Start(Configure); } finally { if (observer is not null) { await observer.DisposeAsync(); } }")]
    [InlineData("await given.DisposeAsync(); await given.DisposeAsync().ConfigureAwait(false); given.DisposeAsync().AsTask().Wait();")]
    [InlineData("Func<ValueTask> end = () => given.DisposeAsync(); Func<Task> flush = () => given.FlushAsync(); await end(); await flush();")]
    [InlineData("_ = given.FlushAsync(); Task<FlushResult> flush = given.FlushAsync(); await flush;")]
    [InlineData("System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew(); watch.Start(); System.IO.Stream stream = new System.IO.MemoryStream(); _ = stream.FlushAsync(); _ = stream.DisposeAsync();")]
    [InlineData("Observer.Start(Configure); try { } finally { await Observer.Default!.DisposeAsync(); }")]
    public Task An_observer_that_somebody_takes_care_of_is_fine(string body) => Use.VerifyAsync(In(body));

    [Fact]
    public Task A_factory_hands_it_on() => Use.VerifyAsync("""
        public static class Tracing
        {
            public static Observer Begin() => Observer.Start(options => options.Exporters.Add(new ConsoleExporter()));

            public static Observer BeginAgain()
            {
                Observer observer = Observer.Create(static options => options.Exporters.Add(new ConsoleExporter()));
                return observer;
            }
        }
        """);

    private static string In(string body, bool isAsync = true) => $$"""
        using System.Runtime.CompilerServices;

        public class Desk
        {
            private Observer? _kept;

            public {{(isAsync ? "async Task" : "void")}} Work(Observer given)
            {
                {{(isAsync ? "await Task.Yield();" : "")}}
                {{body}}
            }

            private static void Configure(ObserverOptions options) => options.Exporters.Add(new ConsoleExporter());

            private void Keep(Observer observer) => _kept = observer;

            public override string ToString() => $"{_kept}";
        }
        """;
}
