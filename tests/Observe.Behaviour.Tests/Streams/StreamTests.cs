namespace Observe.Behaviour.Tests.Streams;

public sealed class StreamTests
{
    private readonly StreamAgent _agent = new();

    [Fact]
    public async Task Steps_after_a_yield_still_hang_on_the_stream()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context =>
        {
            await foreach (int number in _agent.NumbersAsync(4))
            {
                _agent.Work(100 + number);
            }
        });

        RunTrace run = await recording.RunAsync();
        ScopeTrace stream = run.Scope("numbers");
        Assert.Equal((Outcome.Ok, 4L, true), (stream.Outcome, stream.Items!.Value, stream.Completed!.Value));
        Assert.Equal("[0,1,2,3]", stream.Result);
        Assert.Equal(
            ["0", "0", "1", "2", "2", "3", "-1"],
            run.ChildrenOf(stream.Id).Select(scope => scope.Arguments!["{\"number\":".Length..^1]));
        Assert.Equal(4, run.ChildrenOf(0).Count(scope => scope.Name == "work"));
    }

    [Fact]
    public async Task Break_closes_the_stream_and_says_that_it_was_left()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context =>
        {
            await foreach (int number in _agent.NumbersAsync(10))
            {
                if (number == 2)
                {
                    break;
                }
            }
        });

        RunTrace run = await recording.RunAsync();
        ScopeTrace stream = run.Scope("numbers");
        Assert.Equal((Outcome.Ok, 3L, false), (stream.Outcome, stream.Items!.Value, stream.Completed!.Value));
        Assert.Equal("closed in the run", Assert.Single(_agent.Log));
        Assert.Equal("""{"number":-1}""", run.ChildrenOf(stream.Id).Last().Arguments);
    }

    [Fact]
    public async Task A_stream_that_throws_is_an_error_after_its_finally_blocks()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context =>
        {
            InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            {
                await foreach (int _ in _agent.NumbersAsync(3, fail: true))
                {
                }
            });
            Assert.Equal("the stream broke", thrown.Message);
        });

        RunTrace run = await recording.RunAsync();
        ScopeTrace stream = run.Scope("numbers");
        Assert.Equal((Outcome.Error, 1L, "[0]"), (stream.Outcome, stream.Items!.Value, stream.Result));
        Assert.Equal("the stream broke", stream.Error!.Message);
        Assert.Equal("""{"number":-1}""", run.ChildrenOf(stream.Id).Last().Arguments);
    }

    [Fact]
    public async Task A_consumer_that_throws_leaves_the_stream()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context => await Assert.ThrowsAsync<NotSupportedException>(async () =>
        {
            await foreach (int _ in _agent.NumbersAsync(3))
            {
                throw new NotSupportedException();
            }
        }));

        ScopeTrace stream = (await recording.RunAsync()).Scope("numbers");
        Assert.Equal((Outcome.Ok, 1L, false), (stream.Outcome, stream.Items!.Value, stream.Completed!.Value));
    }

    [Fact]
    public async Task Cancellation_through_WithCancellation_reaches_the_body_and_is_no_error()
    {
        await using Recording recording = Recording.Start();
        using CancellationTokenSource cancellation = new();
        await recording.Observer.RunAsync("test", async context => await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int number in _agent.NumbersAsync(10).WithCancellation(cancellation.Token))
            {
                if (number == 1)
                {
                    await cancellation.CancelAsync();
                }
            }
        }));

        ScopeTrace stream = (await recording.RunAsync()).Scope("numbers");
        Assert.Equal((Outcome.Cancelled, 2L), (stream.Outcome, stream.Items!.Value));
    }

    [Fact]
    public async Task Nested_streams_nest()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context =>
        {
            await foreach (int _ in _agent.DoubledAsync(2))
            {
            }
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal(
            "doubled\n  numbers\n    work\n    work\n    work\n    work_async\n  work\n  work",
            run.Outline().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Each_enumeration_of_a_stream_is_a_scope()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", async context =>
        {
            IAsyncEnumerable<int> stream = _agent.NumbersAsync(2);
            for (int round = 0; round < 2; round++)
            {
                await foreach (int _ in stream)
                {
                }
            }
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal(2, run.Scopes.Count(scope => scope.Name == "numbers" && scope.Items == 2 && scope.Completed == true));
    }

    [Fact]
    public async Task An_enumeration_that_finds_no_room_records_no_items_anywhere()
    {
        // Whatever room is left behind the last tag: too little for the begin of a scope may still be enough for an item.
        for (int padding = 0; padding < 32; padding++)
        {
            InMemoryExporter memory = new();
            await using Observer observer = Observer.Create(options =>
            {
                options.Exporters.Add(memory);
                options.OnWarning = _ => { };
                (options.SegmentBytes, options.MaxBufferBytes) = (1024, 1024);
            });
            await observer.RunAsync("test", async run =>
            {
                IAsyncEnumerable<int> stream = _agent.QuietAsync(2);
                await foreach (int _ in stream)
                {
                }

                run.SetTag("p", new string('x', padding));
                while (observer.Status.DroppedBufferFull == 0)
                {
                    run.SetTag("k", "v");
                }

                await foreach (int _ in stream)
                {
                }
            });
            await observer.FlushAsync();
            RunTrace trace = Assert.Single(memory.Runs);
            Assert.Null(trace.Result);
            Assert.Equal("[0,1]", Assert.Single(trace.Scopes).Result);
        }
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_stays_unfinished_and_loses_nothing()
    {
        await using Recording recording = Recording.Start();
        await recording.Observer.RunAsync("test", _ =>
        {
            _agent.NumbersAsync(2);
            return Task.CompletedTask;
        });

        Assert.Equal(Outcome.Unfinished, (await recording.RunAsync()).Scope("numbers").Outcome);
        Assert.Empty(_agent.Log);
    }

    [Fact]
    public async Task A_run_may_be_a_stream_and_lasts_until_it_is_closed()
    {
        await using Recording recording = Recording.Start();
        List<int> numbers = [];
        await foreach (int number in _agent.RunStreamAsync(3))
        {
            numbers.Add(number);
            Assert.Null(RunContext.Current);
        }

        RunTrace run = await recording.RunAsync();
        Assert.Equal([0, 1, 2], numbers);
        Assert.Equal(("streaming", Outcome.Ok, "[0,1,2]"), (run.Agent, run.Outcome, run.Result));
        Assert.Equal("work_async\nwork_async\nwork_async", run.Outline().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Each_enumeration_of_a_stream_that_is_a_run_is_a_run()
    {
        await using Recording recording = Recording.Start();
        IAsyncEnumerable<int> stream = _agent.RunStreamAsync(2);
        for (int round = 0; round < 2; round++)
        {
            await foreach (int _ in stream)
            {
            }
        }

        IReadOnlyList<RunTrace> runs = await recording.RunsAsync();
        Assert.Equal(2, runs.Count);
        Assert.All(runs, run =>
        {
            Assert.Equal(("streaming", Outcome.Ok, "[0,1]"), (run.Agent, run.Outcome, run.Result));
            Assert.Equal("work_async\nwork_async", run.Outline().ReplaceLineEndings("\n"));
        });
        Assert.NotEqual(runs[0].TraceId, runs[1].TraceId);
        Assert.Equal(0, recording.Observer.Status.DroppedLate);
    }

    [Fact]
    public async Task A_run_stream_that_nobody_reads_ends_when_it_is_collected()
    {
        await using Recording recording = Recording.Start();
        Abandon();
        IReadOnlyList<RunTrace> runs = [];
        for (int attempt = 0; attempt < 100 && runs.Count == 0; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            runs = await recording.RunsAsync();
        }

        Assert.Equal(Outcome.Unfinished, Assert.Single(runs).Outcome);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        void Abandon() => _agent.RunStreamAsync(3);
    }

    [Fact]
    public async Task A_lazy_sequence_stays_lazy()
    {
        await using Recording recording = Recording.Start();
        recording.Observer.Run("test", _ =>
        {
            IEnumerable<int> lazy = _agent.Lazy(5);
            Assert.Empty(_agent.Log);
            Assert.Equal([0, 1], lazy.Take(2));
            Assert.Equal(["started", "closed"], _agent.Log);
        });

        RunTrace run = await recording.RunAsync();
        ScopeTrace scope = run.Scope("lazy");
        Assert.Equal((Outcome.Ok, 2L, false, "[0,1]"), (scope.Outcome, scope.Items!.Value, scope.Completed!.Value, scope.Result));
        Assert.Equal(2, run.ChildrenOf(scope.Id).Count());
    }

    [Fact]
    public async Task A_collection_that_is_there_is_returned_as_it_is()
    {
        await using Recording recording = Recording.Start();
        recording.Observer.Run("test", _ => Assert.True(_agent.Ready(3) is ICollection<int> or IReadOnlyCollection<int>));
        Assert.All(await recording.RunsAsync(), run => Assert.Equal("[0,1,2]", run.Scope("ready").Result));
    }
}
