using System.Threading.Channels;

namespace Observe.Behaviour.Tests.Ambient;

/// <summary>A scope that begins anywhere in the work that a scope started is its child, however the work travels.</summary>
public sealed class FlowTests
{
    private readonly FlowAgent _agent = new();

    [Fact]
    public async Task Branches_under_WhenAll_keep_their_own_parents()
    {
        await using Recording recording = Recording.Start();

        await _agent.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(number => _agent.NumberedAsync(number, async () =>
        {
            await Task.Yield();
            _agent.Child();
            await Task.Delay(1);
            _agent.Child();
        }))));

        RunTrace run = await recording.RunAsync();
        ScopeTrace[] branches = [.. run.Scopes.Where(scope => scope.Name == "numbered")];
        Assert.Equal(50, branches.Length);
        Assert.All(branches, branch =>
        {
            Assert.Equal(0, branch.ParentId);
            Assert.Equal(2, run.ChildrenOf(branch.Id).Count());
        });
    }

    [Fact]
    public Task Task_Run_inside_a_sync_step_hangs_on_the_step() => ExpectChildUnderOuter(() => _agent.Outer(() => Task.Run(_agent.Child).Wait()));

    [Fact]
    public Task Parallel_inside_a_sync_step_hangs_on_the_step() =>
        ExpectChildUnderOuter(() => _agent.Outer(() => Parallel.Invoke(_agent.Child)));

    [Fact]
    public Task A_plain_thread_inside_a_sync_step_hangs_on_the_step() => ExpectChildUnderOuter(() => _agent.Outer(() =>
    {
        Thread thread = new(_agent.Child);
        thread.Start();
        thread.Join();
    }));

    [Fact]
    public Task A_timer_hangs_on_the_step_that_made_it() => ExpectChildUnderOuterAsync(() => _agent.OuterAsync(async () =>
    {
        TaskCompletionSource fired = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Timer timer = new(
            _ =>
            {
                _agent.Child();
                fired.SetResult();
            },
            null,
            TimeSpan.FromMilliseconds(1),
            Timeout.InfiniteTimeSpan);
        await fired.Task;
    }));

    [Fact]
    public Task ConfigureAwait_false_changes_nothing() => ExpectChildUnderOuterAsync(() => _agent.OuterAsync(async () =>
    {
        await Task.Delay(1).ConfigureAwait(false);
        _agent.Child();
    }));

    [Fact]
    public async Task A_consumer_of_a_channel_stays_in_its_own_step_and_not_in_the_producers()
    {
        await using Recording recording = Recording.Start();
        Channel<int> channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });

        await _agent.RunAsync(async () =>
        {
            Task consumer = _agent.NumberedAsync(1, async () =>
            {
                await foreach (int _ in channel.Reader.ReadAllAsync())
                {
                    _agent.Child();
                }
            });
            await _agent.OuterAsync(async () =>
            {
                await channel.Writer.WriteAsync(1);
                channel.Writer.Complete();
            });
            await consumer;
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal("numbered\n  child\nouter", run.Outline().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Work_that_outlives_its_step_still_hangs_on_it_while_a_sibling_is_open()
    {
        await using Recording recording = Recording.Start();
        TaskCompletionSource siblingIsOpen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        await _agent.RunAsync(async () =>
        {
            Task stray = Task.CompletedTask;
            _agent.Outer(() => stray = Task.Run(async () =>
            {
                await siblingIsOpen.Task;
                _agent.Child();
            }));
            await _agent.NumberedAsync(1, async () =>
            {
                siblingIsOpen.SetResult();
                await stray;
            });
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal(run.Scope("outer").Id, run.Scope("child").ParentId);
    }

    [Fact]
    public async Task Work_that_outlives_its_run_is_counted_and_never_lands_in_another_run()
    {
        await using Recording recording = Recording.Start();
        TaskCompletionSource runHasEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task stray = Task.CompletedTask;

        await _agent.RunAsync(() =>
        {
            stray = Task.Run(async () =>
            {
                await runHasEnded.Task;
                _agent.Child();
            });
            return Task.CompletedTask;
        });
        await _agent.RunAsync(async () =>
        {
            runHasEnded.SetResult();
            await stray;
        });

        Assert.All(await recording.RunsAsync(), run => Assert.Empty(run.Scopes));
        Assert.True(recording.Observer.Status.DroppedLate > 0);
    }

    [Fact]
    public async Task After_a_step_its_parent_is_current_again()
    {
        await using Recording recording = Recording.Start();

        await _agent.RunAsync(async () =>
        {
            await _agent.OuterAsync(() => Task.CompletedTask);
            _agent.Child();
            Assert.ThrowsAny<InvalidOperationException>(() => _agent.Outer(() => throw new InvalidOperationException("no")));
            _agent.Child();
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal("child\nchild\nouter\nouter Error", run.Outline().ReplaceLineEndings("\n"));
        Assert.Null(RunContext.Current);
    }

    [Fact]
    public async Task What_a_leaf_calls_hangs_on_the_enclosing_scope()
    {
        await using Recording recording = Recording.Start();

        _agent.Run(() => _agent.Outer(() => _agent.Leaf(_agent.Child)));

        RunTrace run = await recording.RunAsync();
        Assert.Equal("outer\n  child\n  leaf", run.Outline().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_suppressed_flow_is_left_as_it_was()
    {
        await using Recording recording = Recording.Start();

        _agent.Run(() =>
        {
            using (ExecutionContext.SuppressFlow())
            {
                _agent.Outer(_agent.Child);
                Assert.True(ExecutionContext.IsFlowSuppressed());
            }

            _agent.Child();
        });

        RunTrace run = await recording.RunAsync();
        Assert.Equal("child\nouter\n  child", run.Outline().ReplaceLineEndings("\n"));
    }

    private async Task ExpectChildUnderOuter(Action body)
    {
        await using Recording recording = Recording.Start();
        _agent.Run(body);
        Assert.Equal("outer\n  child", (await recording.RunAsync()).Outline().ReplaceLineEndings("\n"));
    }

    private async Task ExpectChildUnderOuterAsync(Func<Task> body)
    {
        await using Recording recording = Recording.Start();
        await _agent.RunAsync(body);
        Assert.Equal("outer\n  child", (await recording.RunAsync()).Outline().ReplaceLineEndings("\n"));
    }
}
