namespace Observe.Tests.Runs;

public class RunOptionsTests
{
    [Fact]
    public async Task A_run_continues_the_trace_of_another_system()
    {
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        RunTrace run = await TestObserver.TraceAsync(
            run => Assert.Equal(trace, run.TraceId), options: new RunOptions { TraceId = trace });
        Assert.Equal(trace, run.TraceId);
        Assert.Null(run.ParentSpanId);
        Assert.NotEqual(default, run.SpanId);
    }

    [Fact]
    public async Task A_run_that_does_not_enforce_is_asked_nothing()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new Policies.AnswerPolicy("gate", PolicyPoints.BeforeRun | PolicyPoints.Checkpoint, _ => PolicyResult.Block("no"))));
        test.Observer.Run("agent", run => Assert.True(run.CheckPolicy().Allowed), new RunOptions { EnforcePolicy = false });
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }));
        Assert.Empty((await test.RunsAsync())[0].PolicyChecks);
    }

    [Fact]
    public async Task Metadata_of_the_options_is_there_from_the_beginning_and_can_be_overwritten()
    {
        RunOptions options = new() { Metadata = { ["build"] = 7, ["kept"] = "yes" } };
        RunTrace run = await TestObserver.TraceAsync(run => run.SetMetadata("build", 8), options: options);
        Assert.Equal([KeyValuePair.Create("build", "8"), KeyValuePair.Create("kept", "\"yes\"")], run.Metadata);
    }

    [Fact]
    public void Ids_of_sessions_have_a_prefix_and_sixteen_digits()
    {
        string first = RunContext.NewSessionId();
        Assert.Matches("^sess_[0-9a-f]{16}$", first);
        Assert.NotEqual(first, RunContext.NewSessionId());
    }
}
