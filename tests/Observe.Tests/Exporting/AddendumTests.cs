namespace Observe.Tests.Exporting;

public class AddendumTests
{
    [Fact]
    public async Task A_score_after_the_end_is_exported_as_an_addendum_with_the_ids_of_its_run()
    {
        (IReadOnlyList<RunTrace> runs, string[] lines) = await ExportedRun.AllOfAsync(observer =>
        {
            string id = "";
            observer.Run("agent", run =>
            {
                id = run.RunId;
                run.RecordScore("during", 0.5);
            });
            observer.RecordScore(id, "helpful", 0.8, "to the point");
            observer.RecordScore(id, "correct", false);
            observer.RecordScore(id, "tone", "friendly");
        });
        Assert.Equal([false, true, true, true], runs.Select(run => run.IsAddendum));
        Assert.All(runs, run => Assert.Equal((runs[0].TraceId, runs[0].SpanId), (run.TraceId, run.SpanId)));
        Assert.All(runs, run => Assert.Null(run.ParentSpanId));
        Assert.Equal(["during", "helpful", "correct", "tone"], runs.Select(run => Assert.Single(run.Events).Name));
        Assert.Equal("""{"value":0.8,"comment":"to the point"}""", runs[1].Events[0].Value);
        Assert.Equal("""{"value":false}""", runs[2].Events[0].Value);
        Assert.All(lines.Skip(1), line => Assert.Contains("\"addendum\":true,\"start\":", line, StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.DoesNotContain("agent", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_score_may_be_added_to_a_run_of_another_process_and_to_a_child_run()
    {
        (IReadOnlyList<RunTrace> runs, _) = await ExportedRun.AllOfAsync(observer =>
        {
            string child = "";
            observer.Run("outer", _ => observer.Run("inner", run => child = run.RunId));
            observer.RecordScore(child, "helpful", 1.0);
            observer.RecordScore("0123456789abcdef0123456789abcdef-fedcba9876543210", "helpful", 1.0);
        });
        Assert.Equal(runs[0].SpanId, runs[2].SpanId);
        Assert.Equal("0123456789abcdef0123456789abcdef", runs[3].TraceId.ToHexString());
        Assert.Equal("fedcba9876543210", runs[3].SpanId.ToHexString());
    }

    [Theory]
    [InlineData("-")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef+fedcba9876543210")]
    [InlineData("0123456789abcdef0123456789abcdeg-fedcba9876543210")]
    [InlineData("0123456789abcdef0123456789abcdef-fedcba98765432100")]
    public async Task What_is_no_id_of_a_run_is_refused_with_the_fix(string id)
    {
        await using TestObserver test = new();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => test.Observer.RecordScore(id, "helpful", 1.0));
        Assert.Contains($"\"{id}\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("RunContext.RunId", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await test.RunsAsync());
    }

    [Fact]
    public async Task Addenda_are_counted_like_all_records()
    {
        await using TestObserver test = new();
        test.Observer.RecordScore("0123456789abcdef0123456789abcdef-fedcba9876543210", "helpful", 1.0);
        FlushResult result = await test.Observer.FlushAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((result.Recorded, 0), (result.Exported, result.Pending));
        Assert.Single(test.Memory.Runs);
    }

    [Fact]
    public async Task After_the_observer_has_ended_a_score_goes_nowhere_and_disturbs_nobody()
    {
        TestObserver test = new();
        await test.DisposeAsync();
        test.Observer.RecordScore("0123456789abcdef0123456789abcdef-fedcba9876543210", "helpful", 1.0);
        Assert.Empty(test.Memory.Runs);
    }
}
