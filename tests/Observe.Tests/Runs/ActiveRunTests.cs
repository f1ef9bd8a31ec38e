namespace Observe.Tests.Runs;

public class ActiveRunTests
{
    [Fact]
    public async Task A_run_for_using_is_current_until_it_is_disposed_and_ends_well()
    {
        await using TestObserver test = new();
        using (test.Observer.Activate())
        {
            using (ActiveRun run = RunContext.Begin("outer", new RunOptions { SessionId = "s-1", Inputs = CapturedValue.Map(("q", "why")) }))
            {
                Assert.Same(run.Context, RunContext.Current);
                using (ActiveRun inner = RunContext.Begin("inner"))
                {
                    Assert.Same(inner.Context, RunContext.Current);
                    await Task.Yield();
                    Assert.Same(inner.Context, RunContext.Current);
                }

                Assert.Same(run.Context, RunContext.Current);
                RunContext.Current!.RecordStep("step");
            }

            Assert.Null(RunContext.Current);
        }

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(["inner", "outer"], runs.Select(run => run.Agent));
        Assert.All(runs, run => Assert.Equal((Outcome.Ok, "s-1"), (run.Outcome, run.SessionId)));
        Assert.Equal(runs[1].SpanId, runs[0].ParentSpanId);
        Assert.Equal("""{"q":"why"}""", runs[1].Arguments);
    }

    [Fact]
    public async Task What_a_block_says_of_its_failure_is_how_its_run_ended()
    {
        await using TestObserver test = new();
        using IDisposable active = test.Observer.Activate();
        Assert.Throws<InvalidOperationException>(() =>
        {
            using ActiveRun run = RunContext.Begin("fails");
            try
            {
                throw new InvalidOperationException("broken");
            }
            catch (Exception exception) when (run.Fail(exception))
            {
            }
        });
        await using (ActiveRun run = RunContext.Begin("cancelled"))
        {
            run.Fail(new OperationCanceledException());
        }

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal([Outcome.Error, Outcome.Cancelled], runs.Select(run => run.Outcome));
        Assert.Equal("broken", runs[0].Error!.Message);
    }

    [Fact]
    public async Task A_refused_run_throws_at_its_beginning_and_leaves_nothing_current()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new Policies.AnswerPolicy("gate", PolicyPoints.BeforeRun, _ => PolicyResult.Block("no"))));
        using IDisposable active = test.Observer.Activate();
        Assert.Throws<PolicyViolationException>(() => RunContext.Begin("agent"));
        Assert.Null(RunContext.Current);
        Assert.Equal(Outcome.Blocked, Assert.Single(await test.RunsAsync()).Outcome);
    }

    [Fact]
    public async Task Policies_after_the_run_are_told_how_it_ended()
    {
        List<(PolicyPhase, string?)> told = [];
        await using TestObserver test = new(options => options.Policies.Add(
            new Policies.AnswerPolicy("after", PolicyPoints.AfterRun, context =>
            {
                told.Add((context.Phase, context.Error?.Message));
                return PolicyResult.Block("too late");
            })));
        using (test.Observer.Activate())
        {
            using (RunContext.Begin("good"))
            {
            }

            using (ActiveRun run = RunContext.Begin("bad"))
            {
                run.Fail(new InvalidOperationException("broken"));
            }
        }

        Assert.Equal([(PolicyPhase.PostExecution, null), (PolicyPhase.OnFailure, "broken")], told);
        Assert.Equal([Outcome.Ok, Outcome.Error], (await test.RunsAsync()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task Without_an_observer_every_way_to_run_just_runs()
    {
        using (ActiveRun run = RunContext.Begin("agent"))
        {
            Assert.Same(RunContext.Inactive, run.Context);
        }

        Assert.Equal(1, RunContext.Run("agent", _ => 1));
        Assert.Equal(2, await RunContext.RunAsync("agent", _ => Task.FromResult(2)));
        Assert.Equal("", RunContext.Inactive.RunId);
    }
}
