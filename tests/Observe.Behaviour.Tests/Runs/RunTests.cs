namespace Observe.Behaviour.Tests.Runs;

public sealed class RunTests
{
    private const string Canary = "4111-canary-1111";
    private static readonly Guid s_user = Guid.Parse("8c1f3b52-5f6a-4d0e-9b57-0a8f3f2b9c11");
    private readonly RoleAgent _agent = new();
    private readonly Order _order = new("o-1", new Card(Canary, "Ada"), [new Card(Canary, "Bob")]) { Total = 12.50m };

    [Fact]
    public async Task Parameters_say_who_runs_and_win_over_the_attribute()
    {
        await using Recording recording = Recording.Start();

        await RunAsync("call-time", _ => Task.CompletedTask);

        RunTrace run = await recording.RunAsync();
        Assert.Equal(("roles", "checkout", "call-time"), (run.Agent, run.Workflow, run.SessionId));
        Assert.Equal((s_user.ToString(), "c-7", "static-group", null), (run.UserId, run.EndUserId, run.UserGroup, run.AnonymousId));
        Assert.Equal([KeyValuePair.Create("tone", "Formal"), KeyValuePair.Create("attempt", "2")], run.Tags);
        Assert.Equal("order", Assert.Single(run.Metadata).Key);
        Assert.Equal("\"done\"", run.Result);
    }

    [Fact]
    public async Task A_null_parameter_leaves_the_value_of_the_attribute()
    {
        await using Recording recording = Recording.Start();
        await RunAsync(null, _ => Task.CompletedTask);
        Assert.Equal("static-session", (await recording.RunAsync()).SessionId);
    }

    [Fact]
    public async Task A_nested_run_is_a_child_in_the_same_trace_and_inherits_identity()
    {
        await using Recording recording = Recording.Start();
        await RunAsync("s-1", _ => _agent.ChildAsync(default));

        IReadOnlyList<RunTrace> runs = await recording.RunsAsync();
        RunTrace child = runs[0];
        RunTrace root = runs[1];
        Assert.Equal(("RoleAgent", "roles"), (child.Agent, root.Agent));
        Assert.Equal((root.TraceId, root.SpanId), (child.TraceId, child.ParentSpanId!.Value));
        Assert.Equal((root.SessionId, root.UserId, root.EndUserId, root.UserGroup), (child.SessionId, child.UserId, child.EndUserId, child.UserGroup));
        Assert.Null(root.ParentSpanId);
    }

    [Fact]
    public async Task A_decision_tells_options_choice_reasoning_and_confidence()
    {
        await using Recording recording = Recording.Start();
        await RunAsync("s", _ =>
        {
            Assert.Equal(Tone.Formal, _agent.Pick("Dear Sir"));
            return Task.CompletedTask;
        });

        ScopeTrace decision = (await recording.RunsAsync())[^1].Scope("pick");
        Assert.Equal(["Friendly", "Formal"], decision.Options);
        Assert.Equal(("\"Formal\"", "says Sir", 0.75), (decision.Result, decision.Reasoning, decision.Confidence!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confidence_out_of_range_is_a_warning_and_the_choice_goes_through(bool yield)
    {
        await using Recording recording = Recording.Start();
        await RunAsync("s", async _ => Assert.True(await _agent.PickLaterAsync(yield)));

        RunTrace run = await recording.RunAsync();
        ScopeTrace decision = run.Scope("pick_later");
        Assert.Equal(("true", null), (decision.Result, decision.Confidence));
        Assert.Equal(["true", "false"], decision.Options);
        Assert.Contains("2", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_masked_value_is_written_nowhere()
    {
        string directory = Directory.CreateTempSubdirectory("observe-canary").FullName;
        StringWriter console = new();
        await using (Recording recording = Recording.Start(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(directory));
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = console }));
        }))
        {
            await RunAsync("s", _ =>
            {
                Assert.Equal("receipt-" + Canary, _agent.Charge(_order, Canary, Stream.Null));
                return Task.CompletedTask;
            });

            ScopeTrace tool = (await recording.RunAsync()).Scope("charge");
            Assert.Equal(
                """{"order":{"Id":"o-1","Card":{"Number":"##SENSITIVE##","Holder":"Ada"},"Others":[{"Number":"##SENSITIVE##","Holder":"Bob"}],"total_usd":12.50,"Parent":null},"pin":"##SENSITIVE##","receipt":{"$type":"System.IO.Stream"}}""",
                tool.Arguments);
            Assert.Equal("\"##SENSITIVE##\"", tool.Result);
        }

        string file = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(directory)));
        Directory.Delete(directory, recursive: true);
        Assert.Contains("##SENSITIVE##", file, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, file, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_contains_itself_is_cut()
    {
        await using Recording recording = Recording.Start();
        _order.Parent = _order;
        await RunAsync("s", _ => Task.CompletedTask);
        Assert.Contains("""Parent":{"$cycle":true}""", (await recording.RunAsync()).Metadata[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_getter_that_throws_leaves_a_mark_and_disturbs_nothing()
    {
        await using Recording recording = Recording.Start();
        Broken broken = new();
        await RunAsync("s", _ =>
        {
            Assert.Same(broken, _agent.BreakNothing(broken));
            return Task.CompletedTask;
        });
        Assert.Equal("""{"Fine":"fine","$error":"InvalidOperationException"}""", (await recording.RunAsync()).Scope("break_nothing").Result);
    }

    [Fact]
    public async Task Capture_none_records_neither_arguments_nor_result()
    {
        await using Recording recording = Recording.Start();
        await RunAsync("s", _ => Task.FromResult(_agent.Quiet("x")));
        ScopeTrace quiet = (await recording.RunAsync()).Scope("quiet");
        Assert.Equal((null, null), (quiet.Arguments, quiet.Result));
    }

    [Fact]
    public async Task A_context_parameter_gets_the_run_and_null_outside_one()
    {
        await using Recording recording = Recording.Start();
        Assert.Null(_agent.WhoRuns());
        await RunAsync("s", run =>
        {
            Assert.Same(run, _agent.WhoRuns());
            Assert.Same(run, RunContext.Current);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Without_an_observer_the_body_gets_an_inactive_context()
    {
        RunContext? seen = null;
        await RunAsync("s", run =>
        {
            seen = run;
            run.SetTag("key", "value");
            return Task.CompletedTask;
        });
        Assert.Same(RunContext.Inactive, seen);
        Assert.False(seen!.IsRecording);
        Assert.Equal("", seen.RunId);
    }

    private Task<string> RunAsync(string? session, Func<RunContext, Task> body) =>
        _agent.RunAsync(session, s_user, "c-7", " ", Tone.Formal, 2, _order, body);
}
