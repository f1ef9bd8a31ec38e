using Cases.LlmCalls;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class LlmCallsTests
{
    private readonly Assistant _assistant = new();

    [Fact]
    public async Task Usage_with_the_cache_inside_the_input_is_read_from_its_details()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal("Hello", await _assistant.RunAsync("who?")));

        ScopeTrace complete = run.Scope("complete");
        LlmTrace llm = complete.Llm!;
        Assert.Equal((ScopeKind.LlmCall, Outcome.Ok), (complete.Kind, complete.Outcome));
        Assert.Equal(("gpt-4o-mini-2024-07-18", "openai", "chat", "Stop"), (llm.Model, llm.Provider, llm.Task, llm.FinishReason));
        Assert.Equal((200, 20, 50, null, 5), Counts(llm));
        Assert.Equal(("who?", "Hello, you"), (llm.PromptPreview, llm.ResponsePreview));
        Assert.Equal((2, 1), (llm.MessageCount, llm.UserTurns));
        Assert.NotNull(llm.SystemPromptHash);
    }

    [Fact]
    public async Task Usage_with_the_cache_beside_the_input_is_added_to_it()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal("re: hi", (await _assistant.AskAsync("hi")).Text));

        LlmTrace llm = run.Scope("ask").Llm!;
        Assert.Equal(("claude-sonnet-4-5-20250929", "end_turn"), (llm.Model, llm.FinishReason));
        Assert.Equal((4310, 20, 300, 4000, null), Counts(llm));
        Assert.Equal(("hi", "re: hi", 1, 1), (llm.PromptPreview, llm.ResponsePreview, llm.MessageCount, llm.UserTurns));
    }

    [Fact]
    public async Task A_stream_is_read_piece_by_piece_and_timed_to_its_first()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal(4, (await ReadAsync(_assistant.StreamAsync("one two"))).Count));

        ScopeTrace stream = run.Scope("stream");
        Assert.Equal((4L, true), (stream.Items!.Value, stream.Completed!.Value));
        Assert.Equal((7, 3, null, null, null), Counts(stream.Llm!));
        Assert.Equal(("gpt-4o-mini", "onetwo"), (stream.Llm!.Model, stream.Llm.ResponsePreview));
        Assert.InRange(stream.Llm.TimeToFirstChunk!.Value, TimeSpan.Zero, stream.Duration!.Value);
    }

    [Fact]
    public async Task A_stream_that_is_left_tells_what_it_knew_by_then()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            await foreach (Chunk chunk in _assistant.StreamAsync("one two"))
            {
                Assert.Equal("one", chunk.Text);
                break;
            }
        });

        ScopeTrace stream = run.Scope("stream");
        Assert.Equal(("one", 1L, false), (stream.Llm!.ResponsePreview, stream.Items!.Value, stream.Completed!.Value));
        Assert.Equal((null, null, null, null, null), Counts(stream.Llm));
    }

    [Fact]
    public async Task What_the_body_says_wins()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("HELLO", _assistant.Say("m", "hello")));

        ScopeTrace say = run.Scope("say");
        Assert.Equal("\"HELLO\"", say.Result);
        Assert.Equal(("m-x", "stop", 0.25m, false), (say.Llm!.Model, say.Llm.FinishReason, say.Llm.CostUsd!.Value, say.Llm.CostIsEstimate));
        Assert.Equal(("hello", "HELLO"), (say.Llm.PromptPreview, say.Llm.ResponsePreview));
    }

    [Fact]
    public async Task Of_two_texts_nobody_guesses_the_prompt()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal(2, await _assistant.CountAsync("a", "b")));

        LlmTrace llm = run.Scope("count").Llm!;
        Assert.Equal((null, "a number", null), (llm.PromptPreview, llm.ResponsePreview, llm.MessageCount));
    }

    [Fact]
    public async Task A_generic_call_returns_what_it_promised()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            Assert.Equal(7, await _assistant.ParseAsync("seven", 7));
            Assert.Equal("x", _assistant.Wrap("x").Value);
        });
        Assert.Equal(["parse", "wrap"], run.Scopes.Select(scope => scope.Name));
        Assert.Equal("seven", run.Scopes[0].Llm!.PromptPreview);
    }

    [Fact]
    public async Task A_response_inside_another_is_read()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal("wrapped", _assistant.WrapReply(new List<Turn> { new("user", "a"), new("assistant", null), new("user", "b") }).Value.Text);
        });
        LlmTrace llm = run.Scope("wrap_reply").Llm!;
        Assert.Equal((1, 2, null, null, null), Counts(llm));
        Assert.Equal(("m", 3, 2, "b"), (llm.Model, llm.MessageCount, llm.UserTurns, llm.PromptPreview));
    }

    [Fact]
    public async Task Messages_that_would_have_to_be_computed_are_not()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("wrapped", _assistant.WrapReply(Lazy()).Value.Text));
        Assert.Null(run.Scope("wrap_reply").Llm!.MessageCount);

        static IEnumerable<Turn> Lazy()
        {
            Assert.Fail("enumerated");
            yield break;
        }
    }

    [Fact]
    public async Task Messages_that_are_missing_or_null_disturb_nobody()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            await _assistant.SendAsync([null!, new Turn("user", "x")], null);
            Assert.Equal("wrapped", _assistant.WrapReply(null!).Value.Text);
        });
        Assert.Equal((1, null), (run.Scope("send").Llm!.MessageCount, run.Scope("wrap_reply").Llm!.MessageCount));
    }

    [Fact]
    public async Task A_call_without_a_result_is_reported_by_hand()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", run => _assistant.SendAsync([new Turn("user", "x"), new Turn("user", "y")], run));

        LlmTrace llm = (await recording.RunAsync()).Scope("send").Llm!;
        Assert.Equal(("by-hand", 2m, 2), (llm.Model, llm.CostUsd!.Value, llm.MessageCount));
    }

    [Fact]
    public async Task A_sensitive_prompt_is_nowhere()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(["secret of ", "8"], _assistant.Words("hush-hsh")));

        ScopeTrace words = run.Scope("words");
        Assert.Equal((null, "secret of 8", null), (words.Llm!.PromptPreview, words.Llm.ResponsePreview, words.Llm.MessageCount));
        Assert.DoesNotContain("hush-hsh", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_capturing_model_tokens_and_turns_are_told_and_no_text()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("quiet", _assistant.Quiet("m", [new Turn("user", "whisper")])!.Value.Text));

        LlmTrace llm = run.Scope("quiet").Llm!;
        Assert.Equal((5, 6, null, null, null), Counts(llm));
        Assert.Equal(("m", 1, 1), (llm.Model, llm.MessageCount, llm.UserTurns));
        Assert.Equal((null, null), (llm.PromptPreview, llm.ResponsePreview));
        Assert.DoesNotContain("whisper", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_returns_nothing_has_the_model_of_its_parameter()
    {
        RunTrace run = await Everywhere.CallAsync(() => _assistant.Fire("m7"));
        Assert.Equal("m7", run.Scope("fire").Llm!.Model);
        Assert.Equal("m7", run.Tags.Single().Value);
    }

    private static (long? Input, long? Output, long? CacheRead, long? CacheWrite, long? Reasoning) Counts(LlmTrace llm) =>
        (llm.Usage.InputTokens, llm.Usage.OutputTokens, llm.Usage.CacheReadTokens, llm.Usage.CacheWriteTokens, llm.Usage.ReasoningTokens);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
