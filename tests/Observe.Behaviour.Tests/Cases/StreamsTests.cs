using Cases.Streams;

namespace Observe.Behaviour.Tests.CaseRuns;

public sealed class StreamsTests
{
    [Fact]
    public async Task A_streaming_run_records_its_items_and_the_streams_inside()
    {
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            Streamer streamer = new();
            Assert.Equal([new Token("a", 0), new Token("b", 1)], await ReadAsync(streamer.AnswerAsync("a b")));
            Assert.Equal(["answered"], streamer.Log);
        });

        Assert.Equal(("streamer", Outcome.Ok, """{"question":"a b"}"""), (run.Agent, run.Outcome, run.Arguments));
        Assert.Equal("""[{"Text":"a","Index":0},{"Text":"b","Index":1}]""", run.Result);
        ScopeTrace words = run.Scope("words");
        Assert.Equal((0, """{"text":"a b"}""", """["a","b"]"""), (words.ParentId, words.Arguments, words.Result));
        Assert.Equal((Outcome.Ok, 2L, true), (words.Outcome, words.Items!.Value, words.Completed!.Value));
    }

    [Fact]
    public async Task A_streaming_run_that_is_left_closes_what_is_inside()
    {
        RunTrace run = await Everywhere.RunAsync(async () =>
        {
            Streamer streamer = new();
            await foreach (Token token in streamer.AnswerAsync("a b c"))
            {
                Assert.Equal(new Token("a", 0), token);
                break;
            }

            Assert.Equal(["answered"], streamer.Log);
        });

        Assert.Equal((Outcome.Ok, """[{"Text":"a","Index":0}]"""), (run.Outcome, run.Result));
        ScopeTrace words = run.Scope("words");
        Assert.Equal((Outcome.Ok, 1L, false, """["a"]"""), (words.Outcome, words.Items!.Value, words.Completed!.Value, words.Result));
    }

    [Fact]
    public async Task Inside_a_run_a_streaming_run_is_a_child()
    {
        IReadOnlyList<RunTrace> runs = await Everywhere.RunInsideAsync(async () => await ReadAsync(new Streamer().AnswerAsync("a")));
        Assert.Equal(["streamer", "test"], runs.Select(run => run.Agent));
        Assert.Equal(runs[1].SpanId, runs[0].ParentSpanId);
        Assert.Equal("words", runs[0].Tree());
        Assert.Empty(runs[1].Scopes);
    }

    [Fact]
    public async Task An_asynchronous_step_is_recorded_item_by_item()
    {
        RunTrace run = await Everywhere.CallAsync(async () => Assert.Equal(["x", "y"], await ReadAsync(new Streamer().WordsAsync("x y"))));
        Assert.Equal([(ScopeKind.Step, "words", """{"text":"x y"}""", """["x","y"]""")], run.Calls());
    }

    [Fact]
    public async Task A_sequence_stays_as_lazy_as_it_was()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Streamer streamer = new();
            IEnumerable<int> sequence = streamer.Count(2);
            Assert.Empty(streamer.Log);
            foreach (int number in sequence)
            {
                streamer.Log.Add($"got {number}");
            }

            Assert.Equal(["count", "got 1", "count", "got 2"], streamer.Log);
        });
        ScopeTrace count = run.Scope("count");
        Assert.Equal(("""{"to":2}""", "[1,2]", 2L, true), (count.Arguments, count.Result, count.Items!.Value, count.Completed!.Value));
    }

    [Fact]
    public async Task Each_reading_of_a_sequence_is_a_scope_of_its_own()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            IEnumerable<int> sequence = new Streamer().Count(3);
            Assert.Equal(1, sequence.First());
            Assert.Equal([1, 2, 3], sequence);
        });
        Assert.Equal([("[1]", 1L, false), ("[1,2,3]", 3L, true)], run.Scopes.Select(scope => (scope.Result!, scope.Items!.Value, scope.Completed!.Value)));
    }

    [Fact]
    public async Task A_sequence_whose_items_are_not_captured_is_counted_all_the_same()
    {
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            Assert.Equal(["v", "v"], new Streamer().Repeat("v", 2));
            Assert.Empty(new Streamer().Repeat(1.5, 0));
        });
        Assert.Equal(
            [
                (ScopeKind.Step, "repeat", """{"value":"v","times":2}""", null),
                (ScopeKind.Step, "repeat", """{"value":1.5,"times":0}""", null),
            ],
            run.Calls());
        Assert.Equal([(2L, true), (0L, true)], run.Scopes.Select(scope => (scope.Items!.Value, scope.Completed!.Value)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_sequence_that_breaks_throws_after_the_items_it_had(int after)
    {
        List<int> read = [];
        RunTrace run = await Everywhere.CallAsync(() =>
        {
            read.Clear();
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() =>
            {
                foreach (int number in new Streamer().Fail(after))
                {
                    read.Add(number);
                }
            });
            Assert.Equal(("the stream broke", after), (thrown.Message, read.Count));
        });
        ScopeTrace fail = run.Scope("fail");
        Assert.Equal((Outcome.Error, (long)after, false), (fail.Outcome, fail.Items!.Value, fail.Completed!.Value));
        Assert.Equal("the stream broke", fail.Error!.Message);
        Assert.Equal(after == 0 ? null : "[0,1]", fail.Result);
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
