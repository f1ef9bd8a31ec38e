using Observe.CompilerServices;

namespace Observe.Tests.Runs;

public class NestedRunTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "step");
    private static readonly ScopeDescriptor s_run = new(ScopeKind.Run, "attributed") { SessionId = "constant session" };

    [Fact]
    public async Task A_run_inside_a_run_is_its_child_in_the_same_trace_and_inherits_who_it_is_for()
    {
        await using TestObserver test = new();
        RunOptions options = new() { Workflow = "w", SessionId = "s", UserId = "u", EndUserId = "e", UserGroup = "g", AnonymousId = "a" };
        ActivitySpanId? seen = null;
        test.Observer.Run("outer", _ => test.Observer.Run("inner", run => seen = run.ParentSpanId, new RunOptions { UserId = "own" }), options);
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        RunTrace inner = runs[0];
        RunTrace outer = runs[1];
        Assert.Equal(outer.TraceId, inner.TraceId);
        Assert.NotEqual(outer.SpanId, inner.SpanId);
        Assert.Equal(outer.SpanId, inner.ParentSpanId);
        Assert.Equal(outer.SpanId, seen);
        Assert.Equal(("s", "own", "e", "g", "a"), (inner.SessionId, inner.UserId, inner.EndUserId, inner.UserGroup, inner.AnonymousId));
        Assert.Equal(("w", "default"), (outer.Workflow, inner.Workflow));
    }

    [Fact]
    public async Task A_run_inside_a_scope_has_the_scope_as_its_parent()
    {
        await using TestObserver test = new();
        test.Observer.Run("outer", _ => InStep(() => InStep(() => test.Observer.Run("inner", run => run.RecordStep("in inner")))));
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(2, runs[1].Scopes.Count);
        Assert.Equal([0, 1], runs[1].Scopes.Select(scope => scope.ParentId));
        Assert.Equal(runs[1].Scopes[1].SpanId, runs[0].ParentSpanId);
        Assert.Equal(0, Assert.Single(runs[0].Scopes).ParentId);
    }

    [Fact]
    public async Task What_is_recorded_by_hand_hangs_below_the_current_scope_of_its_own_run()
    {
        await using TestObserver test = new();
        test.Observer.Run("outer", outer => InStep(() =>
        {
            outer.RecordStep("below the step");
            test.Observer.Run("inner", _ => outer.RecordStep("below the run"));
        }));
        RunTrace trace = (await test.RunsAsync())[1];
        Assert.Equal(["step", "below the step", "below the run"], trace.Scopes.Select(scope => scope.Name));
        Assert.Equal([0, 1, 0], trace.Scopes.Select(scope => scope.ParentId));
        Assert.Equal(2, trace.ChildrenOf(0).Count());
    }

    [Fact]
    public async Task What_happens_in_a_run_that_found_no_room_does_not_land_in_the_outer_run()
    {
        await using TestObserver test = new(options => (options.SegmentBytes, options.MaxBufferBytes) = (1024, 1024));
        test.Observer.Run("outer", outer =>
        {
            test.Observer.Run("inner", inner =>
            {
                Assert.Same(inner, RunContext.Current);
                Assert.False(inner.IsRecording);
                InStep(() => { });
            });
            Assert.Same(outer, RunContext.Current);
        });
        Assert.Empty(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal(2, test.Observer.Status.DroppedBufferFull);
    }

    [Fact]
    public async Task Two_observers_do_not_mix()
    {
        await using TestObserver a = new();
        await using TestObserver b = new();
        using (b.Observer.Activate())
        {
            a.Observer.Run("of a", _ =>
            {
                InRun(() => InStep(() => { }));
                b.Observer.Run("of b", _ => InRun(() => InStep(() => { })));
                using (b.Observer.Activate())
                {
                    Assert.Null(RunContext.Current);
                    InRun(() => { });
                }
            });
            InRun(() => { });
        }

        IReadOnlyList<RunTrace> ofA = await a.RunsAsync();
        IReadOnlyList<RunTrace> ofB = await b.RunsAsync();
        Assert.Equal(["attributed", "of a"], ofA.Select(run => run.Agent));
        Assert.Equal(["attributed", "of b", "attributed", "attributed"], ofB.Select(run => run.Agent));
        Assert.Equal(ofA[1].SpanId, ofA[0].ParentSpanId);
        Assert.Equal(ofB[1].SpanId, ofB[0].ParentSpanId);
        Assert.Null(ofB[1].ParentSpanId);
        Assert.Null(ofB[2].ParentSpanId);
        Assert.Empty(ofA.Select(run => run.TraceId).Intersect(ofB.Select(run => run.TraceId)));
    }

    [Fact]
    public async Task Activation_holds_for_what_it_starts_and_is_undone_once()
    {
        await using TestObserver a = new();
        await using TestObserver b = new();
        IDisposable outer = a.Observer.Activate();
        IDisposable inner = b.Observer.Activate();
        await Task.Run(() => InRun(() => { }));
        inner.Dispose();
        InRun(() => { });
        outer.Dispose();
        inner.Dispose();
        Assert.False(ObservedCall.TryBeginRun(s_run, default, out _));
        Assert.Single(await a.RunsAsync());
        Assert.Single(await b.RunsAsync());
    }

    [Fact]
    public async Task What_the_call_says_wins_over_the_attribute_and_this_over_the_outer_run()
    {
        await using TestObserver test = new();
        test.Observer.Run(
            "outer",
            _ =>
            {
                InRun(() => { }, new RunIdentity { SessionId = "call" });
                InRun(() => { }, new RunIdentity { AnonymousId = " " });
            },
            new RunOptions { SessionId = "outer", UserId = "user", AnonymousId = "visitor" });
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(("call", "user"), (runs[0].SessionId, runs[0].UserId));
        Assert.Equal(("constant session", "visitor"), (runs[1].SessionId, runs[1].AnonymousId));
    }

    [Fact]
    public async Task A_run_of_an_observer_that_has_ended_runs_and_records_nothing()
    {
        TestObserver test = new();
        await test.DisposeAsync();
        RunContext? seen = null;
        test.Observer.Run("agent", run => seen = run);
        Assert.Same(RunContext.Inactive, seen);
        Assert.Equal(3, await test.Observer.RunAsync("agent", _ => Task.FromResult(3)));
        using (test.Observer.Activate())
        {
            Assert.False(ObservedCall.TryBeginRun(s_run, default, out _));
        }

        Assert.Equal(0, (await test.Observer.FlushAsync()).Recorded);
    }

    private static void InStep(Action body)
    {
        Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
        call.Enter();
        body();
        call.Exit();
    }

    private static void InRun(Action body, RunIdentity identity = default)
    {
        Assert.True(ObservedCall.TryBeginRun(s_run, identity, out ObservedCall call));
        call.Enter();
        body();
        call.Exit();
    }
}
