using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2024Tests
{
    [Theory]
    [InlineData("await RunContext.{|OBS2024:RunAsync|}(\"desk\", async run => { run.RecordUserMessage(question); await WorkAsync(); });", "RunAsync", "records what the user said")]
    [InlineData("await observer.{|OBS2024:RunAsync|}(\"desk\", async (RunContext run) => { await WorkAsync(); run.RecordLlmCall(new LlmCall(\"gpt-4o\")); });", "RunAsync", "records a call of a language model")]
    [InlineData("observer.{|OBS2024:Run|}(\"desk\", run => { run.RecordRetrieval(question); });", "Run", "records a retrieval")]
    [InlineData("RunContext.{|OBS2024:Run|}(\"desk\", run => run.RecordReasoning(\"plan\", question));", "Run", "records a reasoning")]
    [InlineData("await observer.{|OBS2024:RunAsync|}(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); await WorkAsync(); }, new RunOptions { Inputs = question });", "RunAsync", "records what went in")]
    [InlineData("string answer = \"\"; await observer.{|OBS2024:RunAsync|}(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); answer = await AskAsync(question); }); Console.WriteLine(answer);", "RunAsync", "hands out 'answer'")]
    [InlineData("int count = 0; observer.{|OBS2024:Run|}(\"desk\", run => { run.SetTag(\"plan\", \"free\"); count = question.Length; }); Console.WriteLine(count);", "Run", "hands out 'count'")]
    [InlineData("string answer = await observer.{|OBS2024:RunAsync|}(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); return await AskAsync(question); }); Console.WriteLine(answer);", "RunAsync", "returns a value that is not recorded")]
    [InlineData("int length = RunContext.{|OBS2024:Run|}(\"desk\", run => { run.RecordStep(\"count\"); return question.Length; }); Console.WriteLine(length);", "Run", "returns a value that is not recorded")]
    [InlineData("await using ActiveRun run = RunContext.{|OBS2024:Begin|}(\"desk\"); run.Context.RecordUserMessage(question); await WorkAsync();", "Begin", "records what the user said")]
    [InlineData("await using (ActiveRun run = RunContext.{|OBS2024:Begin|}(\"desk\", new() { Inputs = question })) { try { await WorkAsync(); } catch (Exception problem) when (run.Fail(problem)) { throw; } }", "Begin", "records what went in")]
    public async Task A_run_that_answers_something_and_does_not_say_what_is_told(string statement, string method, string reason)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal([$"The run that '{method}' starts {reason}, and its trace shows no answer; call SetResult"], messages);
    }

    [Theory]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); run.SetResult(await AskAsync(question)); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); run.RecordAgentResponse(await AskAsync(question)); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); if (question.Length > 3) { run?.SetResult(1); } await WorkAsync(); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); await AnswerAsync(run); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); RunContext inner = run; await WorkAsync(); inner.SetResult(1); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); await WorkAsync(); RunContext.Current?.SetResult(1); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); run.RecordStep(\"import\"); run.RecordToolCall(\"copy\"); await WorkAsync(); });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async _ => await WorkAsync(), new RunOptions { Inputs = question });")]
    [InlineData("await RunContext.RunAsync(\"desk\", AnswerAsync, new RunOptions { Inputs = question });")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { await WorkAsync(); });")]
    [InlineData("string answer = await RunContext.RunAsync(\"desk\", run => AskAsync(question + run.RunId)); Console.WriteLine(answer);")]
    [InlineData("int length = RunContext.Run(\"desk\", run => { run.SetResult(question.Length); return question.Length; }); Console.WriteLine(length);")]
    [InlineData("bool done = false; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); await WorkAsync(); done = true; }); Console.WriteLine(done);")]
    [InlineData("Exception? problem = null; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); try { await WorkAsync(); } catch (TimeoutException late) { problem = late; } }); Console.WriteLine(problem);")]
    [InlineData("int count = 0; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); await WorkAsync(); count++; count += 2; }); Console.WriteLine(count);")]
    [InlineData("DateTimeOffset end = default; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); await WorkAsync(); end = DateTimeOffset.UtcNow; }); Console.WriteLine(end);")]
    [InlineData("Task? later = null; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); await WorkAsync(); later = WorkAsync(); }); Console.WriteLine(later);")]
    [InlineData("string? last = null; await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); foreach (char letter in question) { await WorkAsync(); last = letter.ToString(); } }); Console.WriteLine(last);")]
    [InlineData("await RunContext.RunAsync(\"desk\", async run => { run.SetTag(\"plan\", \"free\"); string text; text = await AskAsync(question); Console.WriteLine(text); });")]
    [InlineData("await using ActiveRun run = RunContext.Begin(\"desk\"); run.Context.RecordUserMessage(question); run.Context.SetResult(await AskAsync(question));")]
    [InlineData("await using ActiveRun run = RunContext.Begin(\"desk\"); run.Context.RecordUserMessage(question); await AnswerAsync(run.Context);")]
    [InlineData("await using ActiveRun run = RunContext.Begin(\"desk\"); run.Context.RecordStep(\"import\"); await WorkAsync();")]
    [InlineData("await Pipeline.RunAsync(\"desk\", async run => { run.RecordUserMessage(question); await WorkAsync(); });")]
    public Task A_run_that_says_what_came_out_or_only_works_is_fine(string statement) => Use.VerifyAsync(In(statement), informing: "OBS2024");

    private static string In(string statement) => $$"""
        public class Desk
        {
            public async Task AnswerQuestionAsync(Observer observer, string question)
            {
                await WorkAsync();
                Console.WriteLine(observer.IsEnabled);
                {{statement}}
            }

            private static Task WorkAsync() => Task.CompletedTask;

            private static Task<string> AskAsync(string question) => Task.FromResult(question);

            private static Task AnswerAsync(RunContext run)
            {
                run.SetResult(1);
                return Task.CompletedTask;
            }
        }

        public sealed class Memo
        {
            public void RecordUserMessage(string text) => Console.WriteLine(text);
        }

        public static class Pipeline
        {
            public static Task RunAsync(string name, Func<Memo, Task> work)
            {
                Console.WriteLine(name);
                return work(new Memo());
            }
        }
        """;
}
