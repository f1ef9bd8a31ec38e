using System.Collections;
using System.Text.Json;
using Observe.Tests.Exporting;

namespace Observe.Tests.Runs;

public class HostileRecordTests
{
    private static readonly string s_halves = "a\ud800b\udc00";

    private static readonly Dictionary<string, Action<RunContext>> s_records = new()
    {
        { "step null", run => run.RecordStep(null!) },
        { "step negative", run => run.RecordStep(s_halves, s_halves, TimeSpan.MinValue) },
        { "step endless", run => run.RecordStep("\0\n\u001b[31m", default, TimeSpan.MaxValue) },
        { "tool null", run => run.RecordToolCall(null!, (string?)null, (string?)null, default, null!, "") },
        { "tool halves", run => run.RecordToolCall(s_halves, double.NaN, double.NegativeInfinity, TimeSpan.MaxValue, s_halves, s_halves) },
        { "decision null", run => run.RecordDecision(null!, null!, null!, null, double.NaN, default, null!) },
        { "decision empty", run => run.RecordDecision("", [], "", "", double.PositiveInfinity, CapturedValue.List(null!), "") },
        { "decision null options", run => run.RecordDecision("d", [null!, s_halves], "x", s_halves, -0.0) },
        { "decision broken options", run => run.RecordDecision("d", new BrokenList<string>(), "x") },
        { "retrieval null", run => run.RecordRetrieval(null!, CapturedValue.Map(null!), null!, TimeSpan.MinValue, int.MinValue, []) },
        { "retrieval NaN", run => run.RecordRetrieval("", CapturedValue.List(CapturedValue.Map((null!, double.NaN))), s_halves, default, -1, [double.NaN, double.NegativeInfinity]) },
        { "retrieval broken scores", run => run.RecordRetrieval("q", scores: new BrokenList<double>()) },
        { "reasoning null", run => run.RecordReasoning(null!, null!, [null!], null) },
        { "reasoning broken", run => run.RecordReasoning("s", s_halves, new BrokenList<string>(), s_halves) },
        { "retry null", run => run.RecordRetry(int.MinValue, null!, null!, null!, null!, int.MinValue) },
        { "policy null", run => run.RecordPolicyCheck(null!, (PolicyAction)99, null!, null!, TimeSpan.MinValue, (PolicyPhase)99, int.MinValue) },
        { "policy endless", run => run.RecordPolicyCheck(s_halves, PolicyAction.Block, s_halves, s_halves, TimeSpan.MaxValue) },
        { "retrieval result", run => run.RecordRetrievalResult(new RetrievalResult(double.NaN, null!, null!)) },
        { "retrieval result null", run => run.RecordRetrievalResult(null!) },
        { "request", run => run.RecordNetworkRequest(new NetworkRequest(null!, null!, int.MinValue)) },
        { "request null", run => run.RecordNetworkRequest(null!) },
        { "access", run => run.RecordDataAccess(new DataAccess(null!, null!, int.MinValue)) },
        { "access null", run => run.RecordDataAccess(null!) },
        { "delegation", run => run.RecordDelegation(new Delegation(null!, null!)) },
        { "delegation null", run => run.RecordDelegation(null!) },
        { "change", run => run.RecordChange((ChangeKind)99, decimal.MaxValue) },
        { "change twice", run => { run.RecordChange(ChangeKind.ApiWrites, decimal.MaxValue); run.RecordChange(ChangeKind.ApiWrites, decimal.MaxValue); } },
        { "change back", run => { run.RecordChange(ChangeKind.ApiWrites, decimal.MinValue); run.RecordChange(ChangeKind.ApiWrites, decimal.MinValue); } },
        { "user null", run => run.RecordUserMessage(null!) },
        { "user halves", run => { run.RecordUserMessage(s_halves); run.RecordAgentResponse(s_halves); run.RecordAgentResponse(null!); } },
        { "turn null", run => { using HumanTurn turn = run.BeginHumanTurn(null!, null!, null!); turn.SetResponse(null!, null); turn.Dispose(); turn.SetResponse("late"); } },
        { "interaction null", run => run.RecordHumanInteraction(null!, null!, null!, null!, TimeSpan.MinValue) },
        { "score null", run => { run.RecordScore(null!, double.NaN, null!); run.RecordScore(null!, null!, null!); run.RecordScore(s_halves, true, s_halves); } },
        { "tag null", run => { run.SetTag(null!, "x"); run.SetTag("k", null); run.SetTag(s_halves, s_halves); run.SetTag("k", s_halves); } },
        { "metadata null", run => { run.SetMetadata(null!, "x"); run.SetMetadata(s_halves, s_halves); run.SetMetadata("", default); } },
        { "metadata times", run => { run.SetMetadata("min", DateTimeOffset.MinValue); run.SetMetadata("max", DateTimeOffset.MaxValue); run.SetMetadata("s", TimeSpan.MinValue); run.SetMetadata("d", decimal.MinValue); } },
        { "metadata disposed", run => { JsonDocument document = JsonDocument.Parse("{}"); JsonElement element = document.RootElement; document.Dispose(); run.SetMetadata("e", element); run.SetMetadata("u", default(JsonElement)); } },
        { "result", run => run.SetResult(default) },
        { "deep", run => run.SetMetadata("deep", Nest(500)) },
        { "llm default", run => run.RecordLlmCall(default) },
        { "llm null", run => run.RecordLlmCall(new LlmCall(null!) { Messages = [default, new LlmMessage(null!, null!)], Task = "", Provider = "", Duration = TimeSpan.MinValue, TimeToFirstChunk = TimeSpan.MinValue }) },
        { "llm extreme", run => run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue), Duration = TimeSpan.MaxValue, TimeToFirstChunk = TimeSpan.MaxValue }) },
        { "llm negative", run => run.RecordLlmCall(new LlmCall(s_halves) { Usage = new TokenUsage(-1, long.MinValue, -1, -1, -1, -1), Error = "", PromptPreview = s_halves, ResponsePreview = s_halves, FinishReason = s_halves }) },
        { "llm dear", run => run.RecordLlmCall(new LlmCall("m") { CostUsd = decimal.MaxValue }) },
        { "llm broken messages", run => run.RecordLlmCall(new LlmCall("m") { Messages = new BrokenList<LlmMessage>() }) },
        { "report outside", run => run.ReportLlmCall(default) },
        { "huge", run => { string huge = new('x', 3_000_000); run.RecordStep(huge, huge); run.RecordUserMessage(huge); run.RecordLlmCall(new LlmCall(huge) { Task = huge, PromptPreview = huge, Provider = huge }); run.RecordDecision("d", [huge, huge], huge, huge); run.RecordScore(huge, huge, huge); } },
    };

    public static TheoryData<string> Records => [.. s_records.Keys];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Whatever_is_recorded_the_run_and_its_neighbour_are_exported(string what)
    {
        Action<RunContext> record = s_records[what];
        using TemporaryDirectory directory = new();
        StringWriter console = new();
        await using TestObserver test = new(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(directory.Path));
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = console }));
        });
        test.Observer.Run("hostile", record);
        test.Observer.Run("neighbour", run => run.RecordStep("calm"));
        FlushResult flushed = await test.Observer.FlushAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((flushed.Recorded, 0L), (flushed.Exported, flushed.Dropped));
        Assert.Equal(["hostile", "neighbour"], test.Memory.Runs.Select(run => run.Agent));
        Assert.All(test.Memory.Runs, run => Assert.Equal(Outcome.Ok, run.Outcome));
        await test.Observer.DisposeAsync();
        string[] lines = directory.Lines;
        Assert.Equal(2, lines.Length);
        foreach (string line in lines)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }

        Assert.Contains("● hostile", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("● neighbour", console.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Whatever_is_recorded_after_the_end_of_a_run_does_nothing_and_does_not_throw(string what)
    {
        Action<RunContext> record = s_records[what];
        await using TestObserver test = new();
        RunContext? ended = null;
        test.Observer.Run("agent", run => ended = run);
        record(ended!);
        record(RunContext.Inactive);
        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Empty(trace.Scopes);
        Assert.Empty(trace.Events);
        Assert.Equal(0, trace.DroppedRecords);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Whatever_is_recorded_in_a_full_buffer_does_not_throw(string what)
    {
        Action<RunContext> record = s_records[what];
        await using TestObserver test = new(options =>
        {
            options.SegmentBytes = 1024;
            options.MaxBufferBytes = 1024;
        });
        test.Observer.Run("agent", run =>
        {
            for (int i = 0; i < 100; i++)
            {
                run.RecordStep("fills");
            }

            record(run);
        });
        FlushResult flushed = await test.Observer.FlushAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(flushed.Recorded, flushed.Exported + flushed.Dropped);
        Assert.Single(test.Memory.Runs);
    }

    private static CapturedValue Nest(int depth)
    {
        CapturedValue value = 1;
        for (int i = 0; i < depth; i++)
        {
            value = CapturedValue.Map(("n", value));
        }

        return value;
    }

    private sealed class BrokenList<T> : IReadOnlyList<T>
    {
        public int Count => 3;

        public T this[int index] => throw new InvalidOperationException("broken");

        public IEnumerator<T> GetEnumerator() => throw new InvalidOperationException("broken");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
