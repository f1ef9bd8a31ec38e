namespace Observe.Behaviour.Tests.LlmCalls;

public class ReportingTests
{
    private static readonly LlmCall s_said = new("said") { Usage = TokenUsage.OpenAI(7, 3), CostUsd = 0.5m, FinishReason = "stop" };

    private readonly ReportingAgent _agent = new();

    [Fact]
    public async Task A_report_from_a_step_inside_the_call_is_the_calls()
    {
        RunTrace run = await RunAsync(_ => _agent.OuterAsync("p", () => _agent.PostAsync(() => _agent.PostAsync(SayAsync))));
        AssertSaid(run.Scope("outer").Llm!);
        Assert.Empty(run.Warnings);
        Assert.Equal("outer\n  post\n    post", run.Outline().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_report_from_a_leaf_step_or_a_stream_inside_the_call_is_the_calls()
    {
        RunTrace run = await RunAsync(async _ =>
        {
            await _agent.OuterAsync("p", () =>
            {
                _agent.Say(s_said);
                return Task.CompletedTask;
            });
            await _agent.OuterAsync("p", async () =>
            {
                await foreach (int piece in _agent.PiecesAsync(s_said))
                {
                    Assert.InRange(piece, 0, 1);
                }
            });
        });
        Assert.All(run.Scopes.Where(scope => scope.Kind == ScopeKind.LlmCall), scope => AssertSaid(scope.Llm!));
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task Of_calls_in_each_other_the_innermost_is_meant()
    {
        RunTrace run = await RunAsync(_ => _agent.OuterAsync("p", () => _agent.PostAsync(() => _agent.InnerAsync(s_said))));
        AssertSaid(run.Scope("inner").Llm!);
        Assert.Equal(("asked", null), (run.Scope("outer").Llm!.Model, run.Scope("outer").Llm!.CostUsd));
    }

    [Fact]
    public async Task A_report_from_a_child_run_is_not_the_outer_runs()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", _ => _agent.OuterAsync("p", () => _agent.ChildAsync(s_said)));
        IReadOnlyList<RunTrace> runs = await recording.RunsAsync();
        Assert.Contains("outside an [LlmCall]", Assert.Single(runs[0].Warnings), StringComparison.Ordinal);
        Assert.Equal("asked", runs[1].Scope("outer").Llm!.Model);
    }

    [Fact]
    public async Task Work_that_outlives_the_call_is_told_that_it_comes_too_late()
    {
        TaskCompletionSource gate = new();
        Task left = Task.CompletedTask;
        RunTrace run = await RunAsync(async _ =>
        {
            await _agent.OuterAsync("p", () =>
            {
                left = LeaveAsync(gate.Task);
                return Task.CompletedTask;
            });
            gate.SetResult();
            await left;
        });
        Assert.Null(run.Scope("outer").Llm!.CostUsd);
        Assert.Contains(run.Warnings, warning => warning.Contains("the call was over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_side_by_side_do_not_mix_their_reports()
    {
        const int Calls = 40;
        int arrived = 0;
        TaskCompletionSource all = new();
        RunTrace run = await RunAsync(_ => Task.WhenAll(Enumerable.Range(1, Calls).Select(i => _agent.OuterAsync($"p{i}", () => _agent.PostAsync(async () =>
        {
            RunContext.Current!.ReportLlmCall(new LlmCall($"m{i}") { CostUsd = i });
            if (Interlocked.Increment(ref arrived) == Calls)
            {
                all.SetResult();
            }

            await all.Task;
            RunContext.Current!.ReportLlmCall(new LlmCall("") { Usage = TokenUsage.OpenAI(i, 2 * i), FinishReason = $"f{i}" });
        })))));
        LlmTrace[] calls = [.. run.Scopes.Where(scope => scope.Kind == ScopeKind.LlmCall).Select(scope => scope.Llm!)];
        Assert.Equal(Calls, calls.Length);
        foreach (LlmTrace call in calls)
        {
            int i = int.Parse(call.Model[1..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((i, i, 2 * i, $"f{i}", $"p{i}"), ((int)call.CostUsd!, call.Usage.InputTokens!.Value, call.Usage.OutputTokens!.Value, call.FinishReason, call.PromptPreview));
        }
    }

    [Fact]
    public async Task A_reported_time_to_the_first_chunk_is_kept()
    {
        RunTrace run = await RunAsync(_ => _agent.InnerAsync(s_said with { TimeToFirstChunk = TimeSpan.FromMilliseconds(120) }));
        Assert.Equal(TimeSpan.FromMilliseconds(120), run.Scope("inner").Llm!.TimeToFirstChunk);
    }

    [Fact]
    public async Task A_stream_that_is_never_read_was_no_call()
    {
        RunTrace run = await RunAsync(outer =>
        {
            _ = _agent.StreamAsync("p");
            return Task.CompletedTask;
        });
        ScopeTrace stream = run.Scope("stream");
        Assert.Equal((Outcome.Unfinished, null), (stream.Outcome, stream.Llm));
    }

    [Fact]
    public async Task A_stream_that_fails_counts_once_with_what_was_known()
    {
        _agent.BeforePiece = i => i < 2 ? Task.CompletedTask : throw new InvalidOperationException("lost the line");
        await AssertBrokenOffAsync<InvalidOperationException>(Outcome.Error);
    }

    [Fact]
    public async Task A_stream_that_is_cancelled_counts_once_with_what_was_known()
    {
        using CancellationTokenSource source = new();
        _agent.BeforePiece = i => i < 2 ? Task.CompletedTask : source.CancelAsync();
        await AssertBrokenOffAsync<OperationCanceledException>(Outcome.Cancelled, source.Token);
    }

    [Fact]
    public async Task A_stream_that_is_read_twice_is_two_calls()
    {
        RunTrace run = await RunAsync(async outer =>
        {
            IAsyncEnumerable<string> stream = _agent.StreamAsync("p");
            for (int i = 0; i < 2; i++)
            {
                await foreach (string piece in stream)
                {
                    Assert.StartsWith("p", piece, StringComparison.Ordinal);
                }
            }

            Assert.Equal((2, 6m), (outer.Usage.LlmCalls, outer.Usage.CostUsd));
        });
        Assert.Equal(2, run.Scopes.Count);
        Assert.All(run.Scopes, scope => Assert.Equal(("streamed", 3m, "p0 p1 p2 "), (scope.Llm!.Model, scope.Llm.CostUsd!.Value, scope.Llm.ResponsePreview)));
    }

    [Fact]
    public async Task The_time_to_the_first_chunk_is_that_of_the_first_and_of_no_other()
    {
        SteppedClock clock = new();
        _agent.BeforePiece = _ =>
        {
            clock.Now += TimeSpan.FromSeconds(2);
            return Task.CompletedTask;
        };
        await using Recording recording = Recording.Start(options => options.TimeProvider = clock);
        await recording.Observer.RunAsync("test", async _ =>
        {
            await foreach (string piece in _agent.StreamAsync("p"))
            {
                Assert.StartsWith("p", piece, StringComparison.Ordinal);
            }
        });
        ScopeTrace stream = (await recording.RunAsync()).Scope("stream");
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)), (stream.Llm!.TimeToFirstChunk!.Value, stream.Duration!.Value));
    }

    private static Task SayAsync()
    {
        RunContext.Current!.ReportLlmCall(s_said);
        return Task.CompletedTask;
    }

    private static async Task LeaveAsync(Task gate)
    {
        await gate;
        RunContext.Current!.ReportLlmCall(s_said);
    }

    private static void AssertSaid(LlmTrace call) =>
        Assert.Equal(("said", 0.5m, 7, 3, "stop"), (call.Model, call.CostUsd!.Value, call.Usage.InputTokens!.Value, call.Usage.OutputTokens!.Value, call.FinishReason));

    private static async Task<RunTrace> RunAsync(Func<RunContext, Task> body)
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", body);
        return await recording.RunAsync();
    }

    private async Task AssertBrokenOffAsync<T>(Outcome outcome, CancellationToken cancellationToken = default)
        where T : Exception
    {
        RunTrace run = await RunAsync(async outer =>
        {
            await Assert.ThrowsAnyAsync<T>(async () =>
            {
                await foreach (string piece in _agent.StreamAsync("p", cancellationToken))
                {
                    Assert.StartsWith("p", piece, StringComparison.Ordinal);
                }
            });
            Assert.Equal((1, 2m, 12L), (outer.Usage.LlmCalls, outer.Usage.CostUsd, outer.Usage.TotalTokens));
        });
        ScopeTrace stream = Assert.Single(run.Scopes);
        Assert.Equal((outcome, 2L), (stream.Outcome, stream.Items!.Value));
        Assert.Equal((2m, "p0 p1 "), (stream.Llm!.CostUsd!.Value, stream.Llm.ResponsePreview));
    }

    /// <summary>A clock that stands until it is set; its timers are the system's.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
