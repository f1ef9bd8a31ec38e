using System.Text.Json;
using Observe.CompilerServices;
using Observe.Tests.Policies;

namespace Observe.Tests.Exporting;

public class MaskedExportTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "tool");
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static int s_canaries;

    [Fact]
    public async Task No_place_of_trace_line_or_tree_shows_what_is_masked()
    {
        (string traces, string lines, string tree) = await ExportAsync(RecordEverywhere, PolicyOf(Canary()));
        foreach (string output in new[] { traces, lines, tree })
        {
            Assert.Contains("##EMAIL##", output, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Without_a_mask_every_place_shows_what_it_was_given()
    {
        s_canaries = 0;
        (string traces, string lines, _) = await ExportAsync(RecordEverywhere, options =>
        {
            options.Mask = TextMask.None;
            PolicyOf(Canary())(options);
        });
        Assert.All(Enumerable.Range(1, s_canaries), i => Assert.Contains($"canary{i}@", traces, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, s_canaries), i => Assert.Contains($"canary{i}@", lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_says_that_its_value_is_a_secret_wherever_values_have_names()
    {
        const string Secret = "tr0ub4dor&3xyz";
        (string traces, string lines, string tree) = await ExportAsync(observer => observer.Run(
            "agent",
            run =>
            {
                run.SetTag("password", Secret);
                run.SetMetadata("password", Secret);
                run.SetMetadata("login", CapturedValue.Map(("password", Secret)));
                run.SetResult(CapturedValue.Map(("password", Secret)));
                run.RecordToolCall("login", CapturedValue.Map(("user", "ana"), ("password", Secret)), CapturedValue.Map(("password", Secret)));
                run.RecordDecision("route", ["a"], "a", metadata: CapturedValue.Map(("password", Secret)));
                run.RecordRetrieval("q", CapturedValue.List(CapturedValue.Map(("password", Secret))));
            },
            new RunOptions { Inputs = CapturedValue.Map(("password", Secret)) }));
        foreach (string output in new[] { traces, lines, tree })
        {
            Assert.Contains("##PASSWORD##", output, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_in_one_value_says_nothing_about_the_texts_of_the_next()
    {
        RunTrace run = await TestObserver.TraceAsync(run =>
        {
            run.RecordStep("first", CapturedValue.Map(("password", "tr0ub4dor&3xyz")));
            run.RecordStep("second", CapturedValue.List("password", "tr0ub4dor&3xyz"));
        });
        Assert.Equal("""["password","tr0ub4dor&3xyz"]""", run.Scopes[1].Result);
    }

    private static void RecordEverywhere(Observer observer)
    {
        string id = "";
        RunOptions options = new()
        {
            Workflow = Canary(),
            SessionId = Canary(),
            UserId = Canary(),
            EndUserId = Canary(),
            UserGroup = Canary(),
            AnonymousId = Canary(),
            Inputs = Map(),
            Metadata = { [Canary()] = Map() },
        };
        Assert.Throws<InvalidOperationException>(() => observer.Run(
            Canary(),
            run =>
            {
                id = run.RunId;
                run.SetTag("tag", Canary());
                run.SetTag(Canary(), "the key is not valid, which is a warning");
                run.SetMetadata(Canary(), Map());
                run.SetResult(Map());
                RecordScopes(run);
                RecordEvents(run);
                CallTool();
                throw new InvalidOperationException(Canary());
            },
            options));
        observer.RecordScore(id, Canary(), 1.0, Canary());
        observer.RecordScore(id, Canary(), Canary());
    }

    private static void RecordScopes(RunContext run)
    {
        run.RecordStep(Canary(), Map());
        run.RecordToolCall(Canary(), Map(), Map());
        run.RecordToolCall(Canary(), toolType: Canary(), error: Canary());
        run.RecordDecision(Canary(), [Canary(), Canary()], Canary(), Canary(), metadata: Map(), instrumentationType: Canary());
        run.RecordLlmCall(new LlmCall(Canary())
        {
            Task = Canary(),
            PromptPreview = Canary(),
            ResponsePreview = Canary(),
            Provider = Canary(),
            FinishReason = Canary(),
            Error = Canary(),
        });
        run.RecordLlmCall(new LlmCall("gpt-4o") { Messages = [new("user", Canary())] });
        run.RecordRetrieval(Canary(), CapturedValue.List(Map()), Canary());
        run.RecordReasoning(Canary(), Canary(), [Canary(), Canary()], Canary());
        run.RecordHumanInteraction(Canary(), Canary(), Canary(), Canary());
        using HumanTurn turn = run.BeginHumanTurn();
        turn.SetResponse(Canary(), Canary());
    }

    private static void RecordEvents(RunContext run)
    {
        run.RecordScore(Canary(), 1.0, Canary());
        run.RecordScore(Canary(), Canary());
        run.RecordRetry(1, Canary(), Canary(), Canary(), Canary());
        run.RecordPolicyCheck(Canary(), PolicyAction.Warn, Canary(), Canary());
        run.RecordUserMessage(Canary());
        run.RecordAgentResponse(Canary());
        run.RecordRetrievalResult(new RetrievalResult(1, Canary(), Canary()));
        run.RecordNetworkRequest(new NetworkRequest("https://example.com/?q=" + Canary(), Canary()));
        run.RecordDataAccess(new DataAccess(Canary(), Canary()));
        run.RecordDelegation(new Delegation(Canary(), Canary()));
    }

    private static void CallTool()
    {
        Assert.True(ObservedCall.TryBeginScope(s_tool, out ObservedCall call));
        CaptureWriter arguments = call.Arguments!;
        arguments.Property("text"u8);
        arguments.Write(Canary());
        call.Enter();
        call.AdmitNow(out _);
        call.Return(Canary(), static (writer, value) => writer.Write(value));
        call.Exit();
    }

    private static Action<ObserverOptions> PolicyOf(string canary) => options => options.Policies.Add(new AnswerPolicy(
        canary, PolicyPoints.BeforeToolCall, _ => new PolicyResult(PolicyAction.Warn, Canary()) { UnknownAction = Canary() }));

    private static CapturedValue Map() => CapturedValue.Map((Canary(), Canary()), ("nested", CapturedValue.List(CapturedValue.Map(("text", Canary())))));

    private static string Canary() => $"canary{++s_canaries}@example.com";

    private static async Task<(string Traces, string Lines, string Tree)> ExportAsync(Action<Observer> use, Action<ObserverOptions>? configure = null)
    {
        using StringWriter tree = new();
        (IReadOnlyList<RunTrace> runs, string[] lines) = await ExportedRun.AllOfAsync(use, options =>
        {
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = tree, Width = 5_000 }));
            configure?.Invoke(options);
        });
        string traces = string.Join('\n', runs.Select(run => JsonSerializer.Serialize(run, s_readable)));
        return (traces, string.Join('\n', lines), tree.ToString());
    }
}
