using Observe.CompilerServices;

namespace Observe.Tests.Exporting;

public class RetrievalTraceTests
{
    private static readonly ScopeDescriptor s_search = new(ScopeKind.Retrieval, "search")
    {
        Roles = new ScopeRoles { Query = "question", Count = "limit", Source = "index", Score = "Fit" },
    };

    private static readonly ScopeDescriptor s_think = new(ScopeKind.Reasoning, "think")
    {
        Roles = new ScopeRoles { Thought = "Text", Evidence = "Because", Conclusion = "So" },
    };

    [Fact]
    public async Task A_retrieval_by_hand_has_its_query_source_count_and_the_scores_that_were_given()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run => run.RecordRetrieval(
            "refund policy", Documents(0.1, 0.2, 0.3), "handbook", TimeSpan.FromMilliseconds(5), topK: 10, scores: [0.9, 0.8, 0.7]));
        ScopeTrace scope = Assert.Single(run.Scopes);
        Assert.Equal((ScopeKind.Retrieval, "handbook"), (scope.Kind, scope.Name));
        Assert.Equal(TimeSpan.FromMilliseconds(5), scope.Duration);
        RetrievalTrace retrieval = scope.Retrieval!;
        Assert.Equal(("refund policy", "handbook", 10, 3), (retrieval.Query, retrieval.Source, retrieval.TopK, retrieval.Found));
        Assert.Equal([0.9, 0.8, 0.7], retrieval.Scores);
        Assert.Contains("\"retrieval\":{\"query\":\"refund policy\",\"top_k\":10,\"source\":\"handbook\",\"found\":3,\"scores\":[0.9,0.8,0.7]}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_that_are_not_given_are_those_of_the_documents()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(run =>
        {
            run.RecordRetrieval("q", Documents(0.5, 0.25));
            run.RecordRetrieval("q", CapturedValue.List("plain", "texts"));
            run.RecordRetrieval("q", CapturedValue.List());
            run.RecordRetrieval("q", "no list");
            run.RecordRetrieval("q");
        });
        Assert.Equal([0.5, 0.25], run.Scopes[0].Retrieval!.Scores);
        Assert.Equal([2, 2, 0, null, null], run.Scopes.Select(scope => scope.Retrieval!.Found));
        Assert.All(run.Scopes.Skip(1), scope => Assert.Empty(scope.Retrieval!.Scores));
        Assert.All(run.Scopes, scope => Assert.Null(scope.Retrieval!.Source));
        Assert.All(run.Scopes, scope => Assert.Equal("retrieval", scope.Name));
    }

    [Fact]
    public async Task Documents_that_the_limits_left_out_are_found_too()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(
            run => run.RecordRetrieval("q", Documents([.. Enumerable.Range(0, 100).Select(i => i / 100.0)])),
            options => options.Capture.MaxItems = 7);
        RetrievalTrace retrieval = Assert.Single(run.Scopes).Retrieval!;
        Assert.Equal(100, retrieval.Found);
        Assert.Equal([0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06], retrieval.Scores);
    }

    [Fact]
    public async Task An_observed_method_has_its_facts_under_the_names_of_its_own_parameters()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(_ =>
        {
            Assert.True(ObservedCall.TryBeginScope(s_search, out ObservedCall call));
            CaptureWriter arguments = call.Arguments!;
            arguments.Property("question"u8);
            arguments.Write("refunds");
            arguments.Property("limit"u8);
            arguments.Write(3);
            arguments.Property("index"u8);
            arguments.Write("eu");
            call.Enter();
            call.Return(
                CapturedValue.List(CapturedValue.Map(("Fit", 0.75), ("score", 9)), CapturedValue.Map(("Fit", "none"))),
                static (writer, documents) => documents.WriteTo(writer));
            call.Exit();
        });
        RetrievalTrace retrieval = Assert.Single(run.Scopes).Retrieval!;
        Assert.Equal(("refunds", 3, "eu", 2), (retrieval.Query, retrieval.TopK, retrieval.Source, retrieval.Found));
        Assert.Equal([0.75], retrieval.Scores);
    }

    [Fact]
    public async Task A_thought_by_hand_has_its_evidence_and_its_conclusion()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run =>
        {
            run.RecordReasoning("check", "billed twice", ["invoice 7", "invoice 8"], "refund one");
            run.RecordReasoning("bare", "nothing more");
        });
        ReasoningTrace thought = run.Scopes[0].Thought!;
        Assert.Equal((ScopeKind.Reasoning, "check"), (run.Scopes[0].Kind, run.Scopes[0].Name));
        Assert.Equal(("billed twice", "refund one"), (thought.Thought, thought.Conclusion));
        Assert.Equal(["invoice 7", "invoice 8"], thought.Evidence);
        Assert.Equal("nothing more", run.Scopes[1].Thought!.Thought);
        Assert.Empty(run.Scopes[1].Thought!.Evidence);
        Assert.Null(run.Scopes[1].Thought!.Conclusion);
        Assert.Contains(
            "\"thought\":{\"text\":\"billed twice\",\"evidence\":[\"invoice 7\",\"invoice 8\"],\"conclusion\":\"refund one\"}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thought_of_an_observed_method_is_its_text_or_what_its_members_say()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(_ =>
        {
            Think("only a text");
            Think(CapturedValue.Map(("Text", "t"), ("Because", CapturedValue.List("a", 7, "b")), ("So", "s")));
            Think(12);
        });
        Assert.Equal(["only a text", "t", null], run.Scopes.Select(scope => scope.Thought!.Thought));
        Assert.Equal(["a", "b"], run.Scopes[1].Thought!.Evidence);
        Assert.Equal("s", run.Scopes[1].Thought!.Conclusion);
    }

    private static void Think(CapturedValue result)
    {
        Assert.True(ObservedCall.TryBeginScope(s_think, out ObservedCall call));
        call.Enter();
        call.Return(result, static (writer, thought) => thought.WriteTo(writer));
        call.Exit();
    }

    private static CapturedValue Documents(params double[] scores) =>
        CapturedValue.List([.. scores.Select((score, i) => CapturedValue.Map(("id", i), ("score", score)))]);
}
