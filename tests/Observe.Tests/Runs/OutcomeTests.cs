using System.Runtime.CompilerServices;

namespace Observe.Tests.Runs;

public class OutcomeTests
{
    [Fact]
    public async Task A_body_that_throws_makes_an_error_and_the_exception_is_the_same_with_its_stack()
    {
        await using TestObserver test = new();
        InvalidOperationException thrown = new("broken");
        InvalidOperationException sync = Assert.Throws<InvalidOperationException>(() => test.Observer.Run("sync", _ => ThrowHere(thrown)));
        Assert.Same(thrown, sync);
        Assert.Contains(nameof(ThrowHere), sync.StackTrace, StringComparison.Ordinal);
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("early", _ => throw thrown)));
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("failed", _ => Task.FromException(thrown))));
        InvalidOperationException late = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("late", async _ =>
        {
            await Task.Yield();
            ThrowHere(thrown);
        }));
        Assert.Same(thrown, late);
        Assert.Contains(nameof(ThrowHere), late.StackTrace, StringComparison.Ordinal);
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("value", async _ =>
        {
            await Task.Yield();
            ThrowHere(thrown);
            return 1;
        })));

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(5, runs.Count);
        Assert.All(runs, run =>
        {
            Assert.Equal(Outcome.Error, run.Outcome);
            Assert.Equal("System.InvalidOperationException", run.Error!.Type);
            Assert.Equal("broken", run.Error.Message);
            Assert.NotNull(run.Duration);
        });
        Assert.Contains(nameof(ThrowHere), runs[0].Error!.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_is_no_error()
    {
        await using TestObserver test = new();
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => test.Observer.Run("sync", _ => cancel.Token.ThrowIfCancellationRequested()));
        OperationCanceledException late = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Observer.RunAsync("late", async _ =>
        {
            await Task.Yield();
            cancel.Token.ThrowIfCancellationRequested();
        }));
        Assert.Equal(cancel.Token, late.CancellationToken);
        Task cancelled = test.Observer.RunAsync("task", _ => Task.FromCanceled(cancel.Token));
        await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled);
        Assert.True(cancelled.IsCanceled);
        Assert.All(await test.RunsAsync(), run => Assert.Equal(Outcome.Cancelled, run.Outcome));
    }

    [Fact]
    public async Task What_the_body_returns_is_returned_and_a_completed_task_is_the_same()
    {
        await using TestObserver test = new();
        Task<string> done = Task.FromResult("done");
        Assert.Same(done, test.Observer.RunAsync("agent", _ => done));
        Assert.Equal(5, await test.Observer.RunAsync("agent", async _ =>
        {
            await Task.Yield();
            return 5;
        }));
        Assert.All(await test.RunsAsync(), run => Assert.Equal(Outcome.Ok, run.Outcome));
        Assert.All(await test.RunsAsync(), run => Assert.Null(run.Result));
    }

    [Fact]
    public async Task Only_the_innermost_run_carries_the_stack()
    {
        await using TestObserver test = new();
        Assert.Throws<FormatException>(() => test.Observer.Run("outer", _ => test.Observer.Run("inner", _ => ThrowHere(new FormatException()))));
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(["inner", "outer"], runs.Select(run => run.Agent));
        Assert.NotNull(runs[0].Error!.StackTrace);
        Assert.Equal(runs[0].Error!.Message, runs[1].Error!.Message);
    }

    [Fact]
    public async Task An_exception_whose_own_code_throws_is_recorded_as_well_as_it_can_be()
    {
        await using TestObserver test = new();
        Assert.Throws<HostileException>(() => test.Observer.Run("agent", _ => throw new HostileException()));
        TraceError error = Assert.Single(await test.RunsAsync()).Error!;
        Assert.EndsWith(nameof(HostileException), error.Type, StringComparison.Ordinal);
        Assert.Contains("could not be read", error.Message, StringComparison.Ordinal);
        Assert.Null(error.StackTrace);
    }

    [Fact]
    public async Task Arguments_that_are_missing_are_refused_before_anything_is_recorded()
    {
        await using TestObserver test = new();
        Assert.Throws<ArgumentNullException>(() => test.Observer.Run("agent", null!));
        Assert.ThrowsAny<ArgumentException>(() => test.Observer.Run(" ", _ => { }));
        Assert.Equal(0, test.Observer.Status.Recorded);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowHere(Exception exception) => throw exception;

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string StackTrace => throw new InvalidOperationException();
    }
}
