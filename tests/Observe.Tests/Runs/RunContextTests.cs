using System.Globalization;

namespace Observe.Tests.Runs;

public class RunContextTests
{
    [Fact]
    public async Task The_last_value_of_a_tag_wins_at_the_place_of_the_first()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.SetTag("a", "1");
            run.SetTag("b", "2");
            run.SetTag("a", "3");
            run.SetTag("b", null);
            run.SetTag("c", "");
        });
        Assert.Equal([new("a", "3"), new("b", "2"), new("c", "")], trace.Tags);
        Assert.Empty(trace.Warnings);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("a:b")]
    public async Task A_tag_with_another_key_is_not_set_and_the_run_says_so(string? key)
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.SetTag(key!, "x"));
        Assert.Empty(trace.Tags);
        Assert.Contains($"\"{key}\"", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_tags_that_are_not_set_the_first_is_named_and_all_are_counted()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            for (int i = 0; i < 100; i++)
            {
                run.SetTag($"bad key {i}", "x");
            }
        });
        Assert.Equal(2, trace.Warnings.Count);
        Assert.Contains("\"bad key 0\"", trace.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("100 tags", trace.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_carries_a_thousand_tags()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                run.SetTag($"A-z_0.{i % 1_000}", i.ToString(CultureInfo.InvariantCulture));
            }
        });
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => KeyValuePair.Create($"A-z_0.{i}", $"{i + 1_000}")), trace.Tags);
    }

    [Fact]
    public async Task Metadata_keeps_its_structure_and_the_last_value_wins()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.SetMetadata("any key \n at all", 1);
            run.SetMetadata("m", CapturedValue.Map(("list", CapturedValue.List("x", 1.5, true, default)), ("when", DateTimeOffset.UnixEpoch)));
            run.SetMetadata("any key \n at all", Guid.Empty);
            run.SetMetadata(null!, 1);
        });
        Assert.Equal(
            [new("any key \n at all", "\"00000000-0000-0000-0000-000000000000\""), new("m", """{"list":["x",1.5,true,null],"when":"1970-01-01T00:00:00+00:00"}""")],
            trace.Metadata);
    }

    [Fact]
    public async Task The_last_result_wins_and_the_run_says_that_there_were_more()
    {
        RunTrace one = await TestObserver.TraceAsync(run => run.SetResult("only"));
        Assert.Equal("\"only\"", one.Result);
        Assert.Empty(one.Warnings);
        RunTrace three = await TestObserver.TraceAsync(run =>
        {
            run.SetResult(1);
            run.SetResult(2);
            run.SetResult(CapturedValue.Map(("x", 3)));
        });
        Assert.Equal("""{"x":3}""", three.Result);
        Assert.Contains("more than once", Assert.Single(three.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_inactive_context_does_nothing()
    {
        RunContext inactive = RunContext.Inactive;
        inactive.SetTag("a", "b");
        inactive.SetMetadata("a", 1);
        inactive.SetResult(1);
        inactive.RecordStep("a");
        inactive.RecordToolCall("a");
        inactive.RecordDecision("a", ["b"], "b");
        Assert.False(inactive.IsRecording);
        Assert.Equal("", inactive.RunId);
        Assert.Equal(default, inactive.TraceId);
        Assert.Equal(default, inactive.SpanId);
        Assert.Null(inactive.ParentSpanId);
        Assert.Null(RunContext.Current);
    }

    [Fact]
    public async Task The_context_is_current_in_its_run_and_nowhere_else()
    {
        await using TestObserver test = new();
        RunContext? elsewhere = RunContext.Inactive;
        test.Observer.Run("outer", outer =>
        {
            Assert.Same(outer, RunContext.Current);
            test.Observer.Run("inner", inner => Assert.Same(inner, RunContext.Current));
            Assert.Same(outer, RunContext.Current);
            Task outside;
            using (ExecutionContext.SuppressFlow())
            {
                outside = Task.Run(() => elsewhere = RunContext.Current);
            }

            outside.GetAwaiter().GetResult();
        });
        Assert.Null(elsewhere);
        Assert.Null(RunContext.Current);
    }
}
