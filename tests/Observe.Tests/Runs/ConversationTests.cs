namespace Observe.Tests.Runs;

public class ConversationTests
{
    [Fact]
    public async Task Messages_of_calls_measure_the_conversation()
    {
        await TestObserver.TraceAsync(run =>
        {
            Assert.Equal((0, 0, null, null), (run.ConversationTurns, run.MessageCount, run.ContextUtilization, run.SystemPromptHash));
            run.RecordLlmCall(Call("be kind", 12_800, "one"));
            Assert.Equal((1, 2, 10.0), (run.ConversationTurns, run.MessageCount, run.ContextUtilization));
            string? kind = run.SystemPromptHash;
            Assert.Matches("^[0-9a-f]{64}$", kind);

            run.RecordLlmCall(Call("be kind", 25_600, "one", "two"));
            Assert.Equal((2, 3, 20.0, kind), (run.ConversationTurns, run.MessageCount, run.ContextUtilization, run.SystemPromptHash));

            run.RecordLlmCall(Call("be short", 128, "three"));
            Assert.Equal((2, 2), (run.ConversationTurns, run.MessageCount)); // turns never go back, messages are those of the last call
            Assert.NotEqual(kind, run.SystemPromptHash);
            Assert.Equal(2, run.Usage.UserTurns);
        });
    }

    [Fact]
    public async Task Messages_by_hand_count_and_the_same_one_again_does_not()
    {
        RunTrace run = await TestObserver.TraceAsync(run =>
        {
            run.RecordUserMessage("hello");
            run.RecordUserMessage("hello");
            run.RecordAgentResponse("hi");
            run.RecordUserMessage("hello");
            Assert.Equal((2, 3), (run.ConversationTurns, run.MessageCount));
        });
        Assert.Equal(
            [EventKind.UserMessage, EventKind.AgentResponse, EventKind.UserMessage], run.Events.Select(recorded => recorded.Kind));
    }

    [Fact]
    public async Task Calls_of_tools_are_no_answers_and_the_reason_why_a_response_ended_tells_them_apart()
    {
        RunTrace run = await TestObserver.TraceAsync(run =>
        {
            run.RecordLlmCall(new LlmCall("gpt-4o") { FinishReason = "tool_calls" });
            run.RecordLlmCall(new LlmCall("gpt-4o") { FinishReason = "stop", ResponsePreview = "done" });
            Assert.Equal(0, run.MessageCount); // what the model said is no message until it is sent again or recorded
        });
        Assert.Equal([null, "done"], run.Scopes.Select(scope => scope.Llm!.ResponsePreview));
        Assert.Equal(["tool_calls", "stop"], run.Scopes.Select(scope => scope.Llm!.FinishReason));
    }

    [Fact]
    public async Task A_question_on_the_terminal_is_recorded_with_its_answer()
    {
        using StringReader input = new("yes please\n");
        using StringWriter output = new();
        TextReader reader = Console.In;
        TextWriter writer = Console.Out;
        Console.SetIn(input);
        Console.SetOut(output);
        try
        {
            RunTrace run = await TestObserver.TraceAsync(run => Assert.Equal("yes please", run.ReadLine("Go on? ", "approval")));
            ScopeTrace turn = Assert.Single(run.Scopes);
            Assert.Equal((ScopeKind.HumanTurn, "approval"), (turn.Kind, turn.Name));
            Assert.Equal("""{"prompt":"Go on? ","channel":"terminal"}""", turn.Arguments);
            Assert.Equal("""{"response":"yes please"}""", turn.Result);
            Assert.Equal("Go on? ", output.ToString());
        }
        finally
        {
            Console.SetIn(reader);
            Console.SetOut(writer);
        }
    }

    private static LlmCall Call(string system, long inputTokens, params string[] turns) => new("gpt-4o")
    {
        Usage = TokenUsage.OpenAI(inputTokens, 10),
        Messages = [new LlmMessage("system", system), .. turns.Select(text => new LlmMessage("user", text))],
    };
}
