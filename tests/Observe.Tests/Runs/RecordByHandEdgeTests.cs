using Observe.Runs;

namespace Observe.Tests.Runs;

public class RecordByHandEdgeTests
{
    [Fact]
    public async Task A_cost_below_zero_is_not_recorded_but_estimated()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(1_000_000, 0), CostUsd = -5 });
            Assert.Equal(2.5m, run.Usage.CostUsd);
        });
        LlmTrace call = Assert.Single(trace.Scopes).Llm!;
        Assert.Equal((2.5m, true), (call.CostUsd!.Value, call.CostIsEstimate));
        Assert.Contains("-5", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cost_of_zero_is_free_and_stays_zero()
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordLlmCall(new LlmCall("nobody-knows-it") { CostUsd = 0 }));
        LlmTrace call = Assert.Single(trace.Scopes).Llm!;
        Assert.Equal((0m, false), (call.CostUsd!.Value, call.CostIsEstimate));
        Assert.Empty(trace.Warnings);
    }

    [Fact]
    public async Task Sums_that_are_too_large_stop_at_the_largest_number()
    {
        await TestObserver.TraceAsync(run =>
        {
            for (int i = 0; i < 3; i++)
            {
                run.RecordLlmCall(new LlmCall("m") { Usage = new TokenUsage(long.MaxValue, long.MaxValue), CostUsd = decimal.MaxValue });
                run.RecordChange(ChangeKind.TransactionAmount, decimal.MaxValue);
                run.RecordChange(ChangeKind.ApiWrites, decimal.MinValue);
            }

            Assert.Equal((long.MaxValue, long.MaxValue, long.MaxValue), (run.Usage.InputTokens, run.Usage.OutputTokens, run.Usage.TotalTokens));
            Assert.InRange(run.Usage.CostUsd, 9_000_000m, decimal.MaxValue);
            Assert.Equal(decimal.MaxValue, run.Facts.Changed(ChangeKind.TransactionAmount));
            Assert.Equal(decimal.MinValue, run.Facts.Changed(ChangeKind.ApiWrites));
        });
    }

    [Fact]
    public async Task An_unknown_model_is_named_once_and_a_missing_one_too()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            for (int i = 0; i < 5; i++)
            {
                run.RecordLlmCall(new LlmCall("nobody-knows-it") { Usage = TokenUsage.OpenAI(1, 1) });
                run.RecordLlmCall(new LlmCall("") { Usage = TokenUsage.OpenAI(1, 1) });
            }

            Assert.Equal((0m, 10), (run.Usage.CostUsd, run.Usage.CallsOfUnknownCost));
        });
        Assert.Equal(2, trace.Warnings.Count);
        Assert.Contains("\"nobody-knows-it\"", trace.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("nobody said which model", trace.Warnings[1], StringComparison.Ordinal);
        Assert.All(trace.Scopes, scope => Assert.Null(scope.Llm!.CostUsd));
        Assert.Equal(["nobody-knows-it", "llm_call"], trace.Scopes.Take(2).Select(scope => scope.Name));
    }

    [Fact]
    public async Task A_known_model_at_an_unknown_provider_is_told_with_its_provider()
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(1, 1), Provider = "our-gateway" }));
        Assert.Contains("at provider \"our-gateway\"", Assert.Single(trace.Warnings), StringComparison.Ordinal);
        Assert.Null(Assert.Single(trace.Scopes).Llm!.CostUsd);
    }

    [Fact]
    public async Task Of_very_many_unknown_models_the_first_are_named()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            for (int i = 0; i < 500; i++)
            {
                run.RecordLlmCall(new LlmCall($"nobody-knows-{i}"));
            }
        });
        Assert.Equal(21, trace.Warnings.Count);
        Assert.Contains("\"nobody-knows-19\"", trace.Warnings[19], StringComparison.Ordinal);
        Assert.Contains("more models", trace.Warnings[20], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_larger_than_the_window_takes_all_of_it()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(10_000_000, 1) });
            Assert.Equal(100, run.ContextUtilization);
        });
        Assert.Equal(100, Assert.Single(trace.Scopes).Llm!.ContextUtilization);
    }

    [Fact]
    public async Task A_provider_that_is_not_known_is_null_and_an_empty_one_is_inferred()
    {
        RunTrace trace = await TestObserver.TraceAsync(
            run =>
            {
                run.RecordLlmCall(new LlmCall("our-model") { Usage = TokenUsage.OpenAI(1, 1) });
                run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(1, 1), Provider = "" });
            },
            options => options.Models = ModelCatalogue.Default.With(new ModelPrice { Model = "our-model", InputPerMillion = 1, OutputPerMillion = 1 }));
        Assert.Equal([null, "openai"], trace.Scopes.Select(scope => scope.Llm!.Provider));
        Assert.All(trace.Scopes, scope => Assert.True(scope.Llm!.CostIsEstimate));
    }

    [Theory]
    [InlineData("write to jane.doe@example.com today", "write to")]
    [InlineData("the key is AKIAIOSFODNN7EXAMPLE", "the key is")]
    [InlineData("short enough", "short enough")]
    [InlineData("twentycharactersand\ud83d\ude00more", "twentycharactersand")]
    public async Task A_preview_is_cut_between_words_so_that_no_half_of_a_secret_is_left(string text, string preview)
    {
        RunTrace trace = await TestObserver.TraceAsync(
            run => run.RecordLlmCall(new LlmCall("gpt-4o") { PromptPreview = text, ResponsePreview = text }),
            options => options.Capture.PreviewLength = 20);
        LlmTrace call = Assert.Single(trace.Scopes).Llm!;
        Assert.Equal((preview, preview), (call.PromptPreview, call.ResponsePreview));
    }

    [Fact]
    public void A_preview_in_pieces_is_cut_between_words_too()
    {
        PreviewText text = new();
        foreach (string piece in new[] { "mail jane", ".doe@exa", "mple.com", " and ", "more" })
        {
            text.Append(piece, 16);
        }

        Assert.Equal("mail", text.Text);
        PreviewText whole = new();
        whole.Append("mail ", 16);
        whole.Append("jane", 16);
        Assert.Equal("mail jane", whole.Text);
    }

    [Fact]
    public async Task Parts_that_exceed_their_total_are_cut_and_the_run_says_so()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(100, 10, 500, 50), CostUsd = 1 }));
        TokenUsage usage = Assert.Single(trace.Scopes).Llm!.Usage;
        Assert.Equal((100, 10, 100, 10), (usage.InputTokens, usage.OutputTokens, usage.CacheReadTokens, usage.ReasoningTokens));
        Assert.Contains("contradict", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_whose_scope_found_no_room_counts_and_breaks_no_export()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            LlmRecording.Record(run, -1, run.Recorder!, new LlmCall("gpt-4o") { CostUsd = 2 }, null, -1, wasCalled: true);
            Assert.Equal(2m, run.Usage.CostUsd);
            run.RecordStep("after");
        });
        Assert.Equal("after", Assert.Single(trace.Scopes).Name);
    }

    [Fact]
    public async Task A_body_that_goes_on_after_its_run_leaves_a_warning()
    {
        await using TestObserver test = new();
        TaskCompletionSource gate = new();
        Task body = test.Observer.Run("agent", async _ => await gate.Task);
        RunTrace trace = Assert.Single(await test.RunsAsync());
        gate.SetResult();
        await body;
        Assert.Contains("RunAsync", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_whose_value_is_an_assignment_or_a_finished_task_is_nothing_to_warn_of()
    {
        await using TestObserver test = new();
        bool called = false;
        test.Observer.Run("agent", _ => called = true);
        await test.Observer.Run("agent", _ => Task.CompletedTask);
        Assert.True(called);
        Assert.All(await test.RunsAsync(), run => Assert.Empty(run.Warnings));
    }

    [Fact]
    public async Task A_score_for_a_run_that_was_not_recorded_adds_nothing()
    {
        await using TestObserver test = new();
        test.Observer.RecordScore(RunContext.Inactive.RunId, "helpful", 1);
        Assert.Empty(await test.RunsAsync());
        Assert.Throws<ArgumentException>(() => test.Observer.RecordScore("nonsense", "helpful", 1));
        Assert.Throws<ArgumentException>(() => test.Observer.RecordScore(null!, "helpful", true));
    }

    [Fact]
    public async Task The_last_failure_of_a_run_for_using_counts()
    {
        await using TestObserver test = new();
        using (test.Observer.Activate())
        {
            using (ActiveRun run = RunContext.Begin("twice"))
            {
                run.Fail(new OperationCanceledException("first"));
                run.Fail(new InvalidOperationException("second"));
                run.Dispose();
                run.Fail(new TimeoutException("late"));
            }

            using ActiveRun withdrawn = RunContext.Begin("withdrawn");
            withdrawn.Fail(new InvalidOperationException("no"));
            withdrawn.Fail(null!);
        }

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal((Outcome.Error, "second"), (runs[0].Outcome, runs[0].Error!.Message));
        Assert.Equal((Outcome.Ok, null), (runs[1].Outcome, runs[1].Error));
    }

    [Fact]
    public async Task Many_threads_record_10_000_things_in_one_run()
    {
        RunTrace trace = await TestObserver.TraceAsync(run => Parallel.For(0, 2_000, i =>
        {
            run.RecordScore("s", i);
            run.RecordStep("step", i);
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = TokenUsage.OpenAI(10, 1), CostUsd = 0.001m });
            using HumanTurn turn = run.BeginHumanTurn("?");
            run.RecordUserMessage($"message {i}");
        }));
        Assert.Equal(6_000, trace.Scopes.Count);
        Assert.Equal(4_000, trace.Events.Count);
        Assert.Equal(Enumerable.Range(1, 2_000), trace.Scopes.Where(scope => scope.Kind == ScopeKind.Step).Select(scope => scope.StepNumber!.Value));
        Assert.All(trace.Scopes, scope => Assert.Equal(Outcome.Ok, scope.Outcome));
        Assert.Equal(0, trace.DroppedRecords);
    }
}
