using Observe.CompilerServices;

namespace Observe.Tests.Exporting;

public class JsonLinesFormatTests
{
    private const string Wicked = "a\n\r\"\\'\0\u0001\u001b\u007f\u0085\u2028\u2029\t{}[],:🙂\ud800 end";

    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, Wicked) { ToolType = ToolTypes.Api };
    private static readonly ScopeDescriptor s_stream = new(ScopeKind.Step, "stream");

    [Fact]
    public async Task Every_line_says_what_the_decoded_run_says()
    {
        using TemporaryDirectory directory = new();
        TestObserver test = new(options => options.Exporters.Add(new JsonLinesFileExporter(directory.Path)));
        test.Observer.Run("plain", _ => { });
        RunOptions options = new() { Workflow = "w", SessionId = "s", UserId = "u", EndUserId = "e", UserGroup = "g", AnonymousId = "a" };
        test.Observer.Run("outer", outer => test.Observer.Run("inner", Fill), options);
        Assert.Throws<InvalidOperationException>(() => test.Observer.Run("fails", run =>
        {
            run.RecordStep("before");
            throw new InvalidOperationException("broken");
        }));
        Assert.Throws<OperationCanceledException>(() => test.Observer.Run("cancelled", _ => throw new OperationCanceledException()));
        Task unfinished = test.Observer.RunAsync("unfinished", async run =>
        {
            run.RecordStep("first");
            await new TaskCompletionSource().Task;
        });
        await test.DisposeAsync();
        Assert.False(unfinished.IsCompleted);
        string[] lines = directory.Lines;
        Assert.Equal(6, lines.Length);
        Assert.All(test.Memory.Runs.Zip(lines), pair => LineAssert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public async Task Whatever_a_text_contains_one_run_is_one_line()
    {
        using TemporaryDirectory directory = new();
        TestObserver test = new(options => options.Exporters.Add(new JsonLinesFileExporter(directory.Path)));
        RunOptions options = new() { Workflow = Wicked, SessionId = Wicked, UserId = Wicked, EndUserId = Wicked, UserGroup = Wicked, AnonymousId = Wicked };
        Assert.Throws<InvalidOperationException>(() => test.Observer.Run(
            Wicked,
            run =>
            {
                run.SetTag("k", Wicked);
                run.SetTag(Wicked, Wicked);
                run.SetMetadata(Wicked, CapturedValue.Map((Wicked, Wicked)));
                run.SetResult(CapturedValue.List(Wicked, Wicked));
                run.RecordStep(Wicked, Wicked);
                run.RecordToolCall(Wicked, Wicked, Wicked, toolType: Wicked, error: Wicked);
                run.RecordDecision(Wicked, [Wicked, Wicked], Wicked, Wicked);
                CallTool();
                throw new InvalidOperationException(Wicked);
            },
            options));
        await test.DisposeAsync();
        string line = Assert.Single(directory.Lines);
        Assert.DoesNotContain('\r', line);
        RunTrace trace = Assert.Single(test.Memory.Runs);
        LineAssert.Equal(trace, line);
        string readable = Wicked.Replace('\ud800', '\ufffd');
        Assert.Equal(readable, trace.Agent);
        Assert.Equal(readable, trace.SessionId);
        Assert.Equal(readable, trace.Tags[0].Value);
        Assert.Equal(readable, trace.Scopes[3].Name);
        Assert.Equal(readable, trace.Scopes[1].Error!.Message);
    }

    private static void Fill(RunContext run)
    {
        run.SetTag("a", "1");
        run.SetTag("b", "2");
        run.SetTag("a", "3");
        run.SetTag("not valid", "x");
        run.SetMetadata("m", CapturedValue.Map(("x", 1.5), ("y", CapturedValue.List(true, default, 2m))));
        run.SetMetadata("n", default);
        run.SetMetadata("m", 7L);
        run.SetResult(1);
        run.SetResult(CapturedValue.Map(("answer", 42)));
        run.RecordStep("step", "out", TimeSpan.FromMilliseconds(5));
        run.RecordToolCall("tool", CapturedValue.Map(("q", "x")), 5, TimeSpan.FromSeconds(1), ToolTypes.Api, "refused");
        run.RecordDecision("choice", ["a", "b"], "a", "because", 0.25);
        run.RecordDecision("odd", ["a"], "a", null, 7);
        CallTool();
        Assert.Equal(3, ReadStream().Take(3).Count());
        Assert.Equal(5, ReadStream().Count());
    }

    private static void CallTool()
    {
        Assert.True(ObservedCall.TryBeginScope(s_tool, out ObservedCall call));
        CaptureWriter arguments = call.Arguments!;
        arguments.Property("text"u8);
        arguments.Write(Wicked);
        call.Enter();
        call.Return(Wicked, static (writer, value) => writer.Write(value));
        call.Exit();
    }

    private static IEnumerable<int> ReadStream()
    {
        Assert.True(ObservedCall.TryBeginScope(s_stream, out ObservedCall call));
        call.Enter();
        call.Leave();
        return call.Complete(Items(), static (writer, value) => writer.Write(value));

        static IEnumerable<int> Items()
        {
            for (int i = 0; i < 5; i++)
            {
                yield return i;
            }
        }
    }
}
