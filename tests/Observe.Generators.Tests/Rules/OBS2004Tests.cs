using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2004Tests
{
    [Theory]
    [InlineData("run.RecordStep({|OBS2004:\"\"|});", "RecordStep", "name")]
    [InlineData("run.RecordStep({|OBS2004:\" \\t\"|}, 3);", "RecordStep", "name")]
    [InlineData("run.RecordToolCall({|OBS2004:\"\"|}, input: 1);", "RecordToolCall", "name")]
    [InlineData("run.RecordToolCall(output: 1, name: {|OBS2004:\"\"|});", "RecordToolCall", "name")]
    [InlineData("run.RecordDecision({|OBS2004:string.Empty|}, [\"a\"], \"a\");", "RecordDecision", "name")]
    [InlineData("run.RecordReasoning({|OBS2004:\"\"|}, \"why not\");", "RecordReasoning", "name")]
    [InlineData("run.RecordScore({|OBS2004:null!|}, 0.5);", "RecordScore", "name")]
    [InlineData("run.RecordScore({|OBS2004:Blank|}, true);", "RecordScore", "name")]
    [InlineData("run.RecordScore({|OBS2004:(\"\")|}, \"good\");", "RecordScore", "name")]
    [InlineData("run.RecordPolicyCheck({|OBS2004:\"\"|}, PolicyAction.Allow);", "RecordPolicyCheck", "policy's name")]
    [InlineData("using HumanTurn turn = run.BeginHumanTurn(\"Sure?\", action: {|OBS2004:\" \"|});", "BeginHumanTurn", "action")]
    [InlineData("run.RecordHumanInteraction(\"Sure?\", \"Yes\", \"slack\", {|OBS2004:\"\"|});", "RecordHumanInteraction", "action")]
    [InlineData("run.SetMetadata({|OBS2004:\"\"|}, 3);", "SetMetadata", "key")]
    [InlineData("RunContext.Current?.RecordStep({|OBS2004:$\"\"|});", "RecordStep", "name")]
    [InlineData("observer.RecordScore(run.RunId, {|OBS2004:\"\"|}, 0.5);", "RecordScore", "name")]
    [InlineData("if ((await run.CheckPolicyAsync(ScopeKind.ToolCall, {|OBS2004:\"\"|})).Blocked) { return; }", "CheckPolicyAsync", "name")]
    [InlineData("if (run.CheckPolicy(name: {|OBS2004:default!|}, kind: ScopeKind.ToolCall).Blocked) { return; }", "CheckPolicy", "name")]
    public async Task What_is_recorded_without_a_name_is_a_warning(string statement, string method, string what)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"'{method}' is given a blank {what}: nobody will find it in a trace; say what it is"], messages);
    }

    [Theory]
    [InlineData("await observer.RunAsync({|OBS2004:\"\"|}, static _ => Task.CompletedTask);", "RunAsync")]
    [InlineData("observer.Run({|OBS2004:\" \"|}, static _ => { });", "Run")]
    [InlineData("await RunContext.RunAsync({|OBS2004:\"\"|}, static _ => Task.FromResult(1));", "RunAsync")]
    [InlineData("RunContext.Run(body: static _ => { }, agent: {|OBS2004:null!|});", "Run")]
    [InlineData("await using ActiveRun active = RunContext.Begin({|OBS2004:Blank|});", "Begin")]
    public async Task A_run_without_a_name_is_a_warning(string statement, string method)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"'{method}' is given a blank agent's name: it throws, and the body never runs; name the agent"], messages);
    }

    [Theory]
    [InlineData("run.RecordStep(\"load\");")]
    [InlineData("run.RecordStep(Load, \"\");")]
    [InlineData("run.RecordStep(Job);")]
    [InlineData("run.RecordStep($\"{Job}\");")]
    [InlineData("run.RecordStep(nameof(WorkAsync), default);")]
    [InlineData("run.RecordReasoning(\"plan\", \"\");")]
    [InlineData("run.RecordHumanInteraction(\"\", \"\", \"\");")]
    [InlineData("using HumanTurn turn = run.BeginHumanTurn(action: null!);")]
    [InlineData("run.RecordPolicyCheck(\"hours\", PolicyAction.Allow, \"\", \"\");")]
    [InlineData("if (run.CheckPolicy().Blocked) { return; }")]
    [InlineData("await Task.Run(Blank.Trim);")]
    [InlineData("Run(\"\"); RunAsync(null); Begin(Blank);")]
    public Task A_name_or_what_is_none_of_ours_is_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string In(string statement) => $$"""
        public class Desk(string task)
        {
            private const string Blank = " ";
            private const string Load = "load";

            public string Job { get; } = task;

            public async Task WorkAsync(RunContext run, Observer observer)
            {
                await Task.Yield();
                {{statement}}
                Console.WriteLine(Blank + Load + run.Agent + observer.IsEnabled);
            }

            private static void Run(string name) => Console.WriteLine(name);

            private static void RunAsync(string? name) => Console.WriteLine(name);

            private static void Begin(string name) => Console.WriteLine(name);
        }
        """;
}
