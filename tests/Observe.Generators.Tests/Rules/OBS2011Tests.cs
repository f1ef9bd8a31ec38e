using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2011Tests
{
    [Theory]
    [InlineData("{|OBS2011:_run|} = run;", "_run")]
    [InlineData("this.{|OBS2011:_run|} = run;", "_run")]
    [InlineData("{|OBS2011:_run|} ??= run;", "_run")]
    [InlineData("{|OBS2011:Last|} = run;", "Last")]
    [InlineData("Desk.{|OBS2011:Last|} = RunContext.Current;", "Last")]
    [InlineData("{|OBS2011:_run|} = RunContext.Current!;", "_run")]
    [InlineData("_other.{|OBS2011:Run|} = run;", "Run")]
    [InlineData("await RunContext.RunAsync(\"x\", async inner => { {|OBS2011:_run|} = inner; await Task.Yield(); });", "_run")]
    [InlineData("await using ActiveRun active = RunContext.Begin(\"x\"); {|OBS2011:_run|} = active.Context;", "_run")]
    public async Task A_context_in_a_field_is_a_warning(string body, string name)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body));

        Assert.Equal(
            [$"'{name}' keeps a RunContext, so it may be used when its run has ended and nothing is recorded any more; hand it on as a parameter, or use RunContext.Current"],
            messages);
    }

    [Theory]
    [InlineData("_ = Task.Run(() => {|OBS2011:run|}.SetTag(\"a\", \"b\"));", "is captured by code that nobody waits for")]
    [InlineData("_ = Task.Run(async () => { await Task.Yield(); Note({|OBS2011:run|}); });", "is captured by code that nobody waits for")]
    [InlineData("_ = Task.Factory.StartNew(() => Note({|OBS2011:run|}));", "is captured by code that nobody waits for")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Note({|OBS2011:run|}));", "is captured by code that nobody waits for")]
    [InlineData("new Thread(() => Note({|OBS2011:run|})).Start();", "is captured by code that nobody waits for")]
    [InlineData("Thread thread = new(() => Note({|OBS2011:run|})); thread.Start();", "is captured by code that nobody waits for")]
    [InlineData("Timer timer = new(_ => Note({|OBS2011:run|}), null, 0, 100); Console.WriteLine(timer);", "is captured by code that nobody waits for")]
    [InlineData("Console.CancelKeyPress += (_, _) => {|OBS2011:run|}.SetTag(\"cancelled\", \"yes\");", "is captured by a handler of an event")]
    public async Task A_context_captured_past_its_run_is_a_warning(string body, string how)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(body));

        Assert.Equal(
            [$"'run' {how}, so it may be used when its run has ended and nothing is recorded any more; take what is needed from it before, or wait within the run"],
            messages);
    }

    [Fact]
    public Task A_function_that_a_run_returns_outlives_it() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Observe]
            public partial Func<string, int> Make(int start);

            private Func<string, int> MakeCore(int start, RunContext run) => text => { {|OBS2011:run|}.SetTag("text", text); return start; };

            public static Action Begin() => RunContext.Run<Action>("desk", run => { return () => {|OBS2011:run|}.SetTag("late", "yes"); });
        }
        """);

    [Theory]
    [InlineData("run.SetTag(\"a\", \"b\"); Note(run); RunContext? local = run; Note(local);")]
    [InlineData("Helper helper = new(run) { Run = run }; helper.Run = run; Console.WriteLine(helper);")]
    [InlineData("_run = run; try { await Task.Yield(); } finally { _run = null; }")]
    [InlineData("_run = RunContext.Inactive;")]
    [InlineData("await Task.Run(() => run.SetTag(\"a\", \"b\"));")]
    [InlineData("Task task = Task.Run(() => run.SetTag(\"a\", \"b\")); await task;")]
    [InlineData("await Task.WhenAll(Task.Run(() => Note(run)), Task.Run(() => Note(run)));")]
    [InlineData("_ = Task.Run(() => RunContext.Current?.SetTag(\"a\", \"b\"));")]
    [InlineData("string id = run.RunId; _ = Task.Run(() => Console.WriteLine(id));")]
    [InlineData("_ = Task.Run(() => RunContext.RunAsync(\"x\", async run2 => { await Task.Yield(); run2.SetTag(\"a\", \"b\"); }));")]
    [InlineData("Thread thread = new(() => Note(run)); thread.Start(); thread.Join();")]
    [InlineData("using Timer timer = new(_ => Note(run), null, 0, 100); await Task.Yield();")]
    [InlineData("List<string> lines = []; lines.ForEach(line => run.SetTag(\"a\", line));")]
    [InlineData("System.Diagnostics.Process process = new(); process.Exited += (_, _) => run.SetTag(\"a\", \"b\");")]
    [InlineData("Parallel.For(0, 3, i => run.RecordScore(\"x\", i));")]
    [InlineData("await RunContext.RunAsync(\"x\", inner => Task.Run(() => inner.SetTag(\"a\", \"b\")));")]
    public Task A_context_that_stays_within_its_run_is_fine(string body) => Use.VerifyAsync(In(body));

    private static string In(string body) => $$"""
        public class Helper
        {
            private readonly RunContext _run;

            public Helper(RunContext run)
            {
                _run = run;
            }

            public RunContext? Run { get; set; }

            public Func<string, Task> Reporter(RunContext run) => text => { run.SetTag("text", text); return Task.CompletedTask; };

            public override string ToString() => _run.Agent;
        }

        public sealed class Worker(RunContext run)
        {
            private readonly RunContext _run = run;

            public override string ToString() => _run.Agent;
        }

        public partial class Desk
        {
            private readonly Helper _other = new(RunContext.Inactive);
            private RunContext? _run = null;

            public static RunContext? Last { get; set; }

            [Observe]
            public partial Task HandleAsync(string text);

            private async Task HandleCoreAsync(string text, RunContext run)
            {
                await Task.Yield();
                {{body}}
            }

            private static void Note(RunContext? run) => run?.SetTag("a", "b");

            public override string ToString() => $"{_run}{Last}{_other}";
        }
        """;
}
