using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2013Tests
{
    [Theory]
    [InlineData("ToolCall(\"refund\")", "run.{|OBS2013:RecordToolCall|}(\"refund\", order);")]
    [InlineData("ToolCall", "run.{|OBS2013:RecordToolCall|}(\"pay_back\", order);")]
    [InlineData("ToolCall", "run.{|OBS2013:RecordToolCall|}(input: order, name: Name);")]
    [InlineData("ToolCall", "RunContext.Current?.{|OBS2013:RecordToolCall|}(\"pay_back\");")]
    [InlineData("ToolCall", "if (order.Length > 0) { run.{|OBS2013:RecordToolCall|}(\"pay_back\", error: \"too long\"); }")]
    [InlineData("Step(\"refund\")", "run.{|OBS2013:RecordStep|}(\"refund\");")]
    [InlineData("Decision(Options = [\"a\"])", "run.{|OBS2013:RecordDecision|}(\"pay_back\", [\"a\"], \"a\");")]
    [InlineData("Reasoning", "run.{|OBS2013:RecordReasoning|}(\"pay_back\", \"the order is late\");")]
    [InlineData("Retrieval", "run.{|OBS2013:RecordRetrieval|}(order);")]
    [InlineData("Retrieval(Source = \"orders\")", "run.{|OBS2013:RecordRetrieval|}(order, source: \"orders\");")]
    public async Task A_body_that_records_what_its_attribute_records_is_a_warning(string attribute, string statement)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(Body(attribute, statement));

        string method = statement.Split("{|OBS2013:")[1].Split('|')[0];
        Assert.Equal([$"[{attribute.Split('(')[0]}] on 'PayBack' records this already; leave '{method}' out"], messages);
    }

    [Theory]
    [InlineData("LlmCall", "run.{|OBS2013:RecordLlmCall|}(new LlmCall(\"gpt-4o\"));")]
    [InlineData("LlmCall(Model = \"gpt-4o\")", "run.{|OBS2013:RecordLlmCall|}(new(\"gpt-4o\") { Usage = new(1, 2) });")]
    [InlineData("LlmCall(\"ask\")", "LlmCall call = new(order); run.{|OBS2013:RecordLlmCall|}(call);")]
    public async Task A_body_that_records_its_call_of_a_model_is_a_warning(string attribute, string statement) => Assert.Equal(
        ["[LlmCall] on 'PayBack' records this already; say what is known by ReportLlmCall"],
        await Use.VerifyAsync(Body(attribute, statement)));

    [Theory]
    [InlineData("ToolCall", "run.RecordToolCall(\"bank\", order);")]
    [InlineData("ToolCall", "run.RecordToolCall(order);")]
    [InlineData("ToolCall", "run.RecordStep(\"pay_back\");")]
    [InlineData("ToolCall", "run.RecordScore(\"pay_back\", 1);")]
    [InlineData("ToolCall", "RecordToolCall(\"pay_back\");")]
    [InlineData("Observe(\"desk\")", "run.RecordStep(\"pay_back\"); run.RecordStep(\"desk\");")]
    [InlineData("LlmCall", "run.ReportLlmCall(new LlmCall(\"gpt-4o\"));")]
    [InlineData("LlmCall", "run.ReportLlmCall(new LlmCall(\"gpt-4o\")); run.RecordLlmCall(new LlmCall(\"omni-moderation\"));")]
    [InlineData("LlmCall(Model = \"gpt-4o\")", "run.RecordLlmCall(new LlmCall(\"omni-moderation\"));")]
    [InlineData("LlmCall", "run.RecordLlmCall(new LlmCall(\"a\")); run.RecordLlmCall(new LlmCall(\"b\"));")]
    [InlineData("LlmCall", "foreach (char letter in order) { run.RecordLlmCall(new LlmCall(\"model-\" + letter)); }")]
    [InlineData("Retrieval", "run.RecordRetrieval(order, source: \"keywords\"); run.RecordRetrieval(order, source: \"vectors\");")]
    [InlineData("Retrieval(Source = \"orders\")", "run.RecordRetrieval(order, source: \"archive\");")]
    public Task A_body_that_records_something_else_is_fine(string attribute, string statement) => Use.VerifyAsync(Body(attribute, statement));

    [Theory]
    [InlineData("string[] found = await SearchAsync(question); run.{|OBS2013:RecordToolCall|}(\"search\", question, found.Length);")]
    [InlineData("run.{|OBS2013:RecordToolCall|}(\"search\", question, (await SearchAsync(question).ConfigureAwait(false)).Length);")]
    [InlineData("string[] found = await this.SearchAsync(question); int most = found.Length; run.{|OBS2013:RecordToolCall|}(\"search\", question, most);")]
    [InlineData("if (question.Length > 0) { Console.WriteLine(await SearchAsync(question)); run.{|OBS2013:RecordToolCall|}(\"search\"); }")]
    public async Task A_call_that_is_recorded_right_beside_itself_is_a_warning(string statements) => Assert.Equal(
        ["[ToolCall] on 'SearchAsync' records this already; leave 'RecordToolCall' out"], await Use.VerifyAsync(Beside(statements)));

    [Theory]
    [InlineData("string[] found = await SearchAsync(question); run.RecordToolCall(\"count\", question, found.Length);")]
    [InlineData("string[] found = await SearchAsync(question); run.RecordStep(\"search\", found.Length);")]
    [InlineData("string[] found = await LookUpAsync(question); run.RecordToolCall(\"search\", question, found.Length);")]
    [InlineData("string[] found = []; if (question.Length > 3) { found = await SearchAsync(question); } run.RecordToolCall(\"search\", question, found.Length);")]
    [InlineData("Func<Task<string[]>> later = () => SearchAsync(question); run.RecordToolCall(\"search\", question); Console.WriteLine(later);")]
    public Task A_call_that_is_recorded_once_is_fine(string statements) => Use.VerifyAsync(Beside(statements));

    [Fact]
    public Task A_body_that_says_what_it_used_may_record_another_call() => Use.VerifyAsync("""
        public partial class Desk
        {
            [LlmCall]
            public partial string Ask(string question);

            private LlmResult<string> AskCore(string question, RunContext run)
            {
                run.RecordLlmCall(new LlmCall("omni-moderation"));
                return new LlmResult<string>(question, new TokenUsage(1, 2), "gpt-4o");
            }
        }
        """);

    [Fact]
    public Task Of_overloads_the_one_counts_whose_body_it_is() => Use.VerifyAsync("""
        public partial class Desk
        {
            [ToolCall("pay_order")]
            public partial int Pay(string order);

            private int PayCore(string order, RunContext run)
            {
                run.RecordToolCall("pay_all", order);
                return 1;
            }

            [ToolCall("pay_all")]
            public partial int Pay(string[] orders);

            private static int PayCore(string[] orders) => orders.Length;
        }
        """);

    [Fact]
    public Task Statements_of_a_program_are_looked_at_too() => Use.VerifyProgramAsync("""
        Desk desk = new();
        await RunContext.RunAsync("desk", async run =>
        {
            await Task.Yield();
            string paid = desk.Pay("a");
            run.{|OBS2013:RecordToolCall|}("pay", output: paid);
            run.SetResult(paid);
        });

        public partial class Desk
        {
            [ToolCall]
            public partial string Pay(string order);

            private static string PayCore(string order) => order;
        }
        """);

    private static string Body(string attribute, string statement) => $$"""
        public partial class Desk
        {
            private const string Name = "pay_back";

            [{{attribute}}]
            public partial string PayBack(string order);

            private string PayBackCore(string order, RunContext run)
            {
                Console.WriteLine(run.Agent);
                {{statement}}
                return {{(attribute.StartsWith("Decision", StringComparison.Ordinal) ? "\"a\"" : "order + Name")}};
            }

            private static void RecordToolCall(string name) => Console.WriteLine(name);
        }
        """;

    private static string Beside(string statements) => $$"""
        public partial class Desk
        {
            [Observe]
            public partial Task<string> AnswerAsync(string question);

            private async Task<string> AnswerCoreAsync(string question, RunContext run)
            {
                await Task.Yield();
                {{statements}}
                return question;
            }

            [ToolCall]
            private partial Task<string[]> SearchAsync(string query);

            private static Task<string[]> SearchCoreAsync(string query) => Task.FromResult(new[] { query });

            private static Task<string[]> LookUpAsync(string query) => Task.FromResult(new[] { query });
        }
        """;
}
