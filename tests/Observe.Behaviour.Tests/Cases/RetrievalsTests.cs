using Cases.Retrievals;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class RetrievalsTests
{
    private readonly Library _library = new();

    [Fact]
    public async Task Query_number_source_documents_and_scores_are_facts_of_a_retrieval()
    {
        RunTrace run = await Everywhere.RunAsync(async () => Assert.Equal(2, await _library.RunAsync("what?")));

        ScopeTrace search = run.Scope("search");
        Assert.Equal((ScopeKind.Retrieval, Outcome.Ok, """{"query":"what?","topK":2}"""), (search.Kind, search.Outcome, search.Arguments));
        Assert.Equal("""[{"Id":"a","Text":"alpha","Score":0.9},{"Id":"b","Text":"beta","Score":0.4}]""", search.Result);
        Assert.Equal(("what?", 2, "docs", 2), Facts(search));
        Assert.Equal([0.9, 0.4], search.Retrieval!.Scores);
    }

    [Fact]
    public async Task Facts_are_found_under_the_names_they_are_captured_by()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(2, _library.FindNearest("cats", "tom", 7).Length));

        ScopeTrace nearest = run.Scope("nearest");
        Assert.Equal(("tom", 7, "cats", 2), Facts(nearest));
        Assert.Equal([0.5], nearest.Retrieval!.Scores);
    }

    [Fact]
    public async Task A_stream_of_tuples_has_scores_too()
    {
        RunTrace run = await Everywhere.CallAsync(async () =>
        {
            int read = 0;
            await foreach ((string text, decimal score) in _library.StreamAsync("one three"))
            {
                Assert.Equal(text.Length, score);
                read++;
            }

            Assert.Equal(2, read);
        });

        ScopeTrace stream = run.Scope("stream");
        Assert.Equal(("one three", null, null, 2), Facts(stream));
        Assert.Equal([3.0, 5.0], stream.Retrieval!.Scores);
    }

    [Fact]
    public async Task What_is_sensitive_is_no_fact()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal("long", Assert.Single(_library.FindSecret("my secret", 3)).Id));

        ScopeTrace secret = run.Scope("find_secret");
        Assert.Equal((null, 3, null, 1), Facts(secret));
        Assert.Empty(secret.Retrieval!.Scores);
        Assert.DoesNotContain("my secret", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_captured_is_no_fact()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Null(_library.Load("z")));
        Assert.Equal((null, null, null, null), Facts(run.Scope("load")));
    }

    [Fact]
    public async Task A_retrieval_without_facts_is_one_all_the_same()
    {
        RunTrace run = await Everywhere.CallAsync(() => Assert.Equal(2, _library.Count()));
        Assert.Equal((ScopeKind.Retrieval, "2"), (run.Scope("count").Kind, run.Scope("count").Result));
        Assert.Equal((null, null, null, null), Facts(run.Scope("count")));
    }

    private static (string? Query, int? TopK, string? Source, int? Found) Facts(ScopeTrace scope) =>
        (scope.Retrieval?.Query, scope.Retrieval?.TopK, scope.Retrieval?.Source, scope.Retrieval?.Found);
}
