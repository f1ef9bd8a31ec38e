using System.Collections;

namespace Observe.Tests.Runs;

public class RecordByHandTests
{
    [Fact]
    public async Task A_step_has_its_name_output_number_and_time()
    {
        ManualClock clock = new();
        RunTrace trace = await TestObserver.TraceAsync(
            run =>
            {
                clock.Advance(TimeSpan.FromSeconds(10));
                run.RecordStep("first", "out", TimeSpan.FromTicks(12_345_678));
                run.RecordToolCall("tool");
                clock.Advance(TimeSpan.FromTicks(1));
                run.RecordStep("second");
            },
            options => options.TimeProvider = clock);
        Assert.Equal(["first", "tool", "second"], trace.Scopes.Select(scope => scope.Name));
        Assert.Equal([1, null, 2], trace.Scopes.Select(scope => scope.StepNumber));
        Assert.Equal("\"out\"", trace.Scopes[0].Result);
        Assert.Null(trace.Scopes[2].Result);
        Assert.Equal(TimeSpan.FromTicks(12_345_678), trace.Scopes[0].Duration);
        Assert.Equal(ManualClock.Start.AddSeconds(10).AddTicks(-12_345_678), trace.Scopes[0].StartTime);
        Assert.Equal(TimeSpan.Zero, trace.Scopes[2].Duration);
        Assert.Equal(TimeSpan.FromSeconds(10) + TimeSpan.FromTicks(1), trace.Duration);
        Assert.Equal("manual", trace.Scopes[0].Source);
    }

    [Fact]
    public async Task A_tool_call_has_its_input_output_type_and_error()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.RecordToolCall("good", CapturedValue.Map(("q", "x")), 5);
            run.RecordToolCall("bad", default, default, TimeSpan.Zero, ToolTypes.Api, "refused");
            run.RecordToolCall("untyped", toolType: null!);
        });
        Assert.Equal("""{"q":"x"}""", trace.Scopes[0].Arguments);
        Assert.Equal("5", trace.Scopes[0].Result);
        Assert.Equal("function", trace.Scopes[0].ToolType);
        Assert.Equal(Outcome.Ok, trace.Scopes[0].Outcome);
        Assert.Equal("api", trace.Scopes[1].ToolType);
        Assert.Equal(Outcome.Error, trace.Scopes[1].Outcome);
        Assert.Equal(new TraceError("error", "refused", null), trace.Scopes[1].Error);
        Assert.Null(trace.Scopes[2].ToolType);
        Assert.Equal(Outcome.Ok, trace.Outcome);
    }

    [Fact]
    public async Task A_decision_has_its_options_choice_reason_and_confidence()
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordDecision("route", ["a", "b"], "b", "because", 0.75));
        ScopeTrace decision = Assert.Single(trace.Scopes);
        Assert.Equal(["a", "b"], decision.Options);
        Assert.Equal("\"b\"", decision.Result);
        Assert.Equal("because", decision.Reasoning);
        Assert.Equal(0.75, decision.Confidence);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_confidence_out_of_range_is_not_recorded_and_the_run_says_so(double confidence)
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordDecision("route", ["a"], "a", "because", confidence));
        Assert.Null(Assert.Single(trace.Scopes).Confidence);
        Assert.Equal("because", trace.Scopes[0].Reasoning);
        Assert.Contains("0 to 1", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public async Task The_ends_of_the_range_are_confidences_too(double confidence)
    {
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordDecision("route", ["a"], "a", confidence: confidence));
        Assert.Equal(confidence, Assert.Single(trace.Scopes).Confidence);
        Assert.Empty(trace.Warnings);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000_000)]
    [InlineData(1_000_000_000)]
    public async Task Durations_that_cannot_be_are_recorded_as_near_as_possible(long frequency)
    {
        RunTrace trace = await TestObserver.TraceAsync(
            run =>
            {
                run.RecordStep("negative", duration: TimeSpan.FromSeconds(-5));
                run.RecordStep("endless", duration: TimeSpan.MaxValue);
                run.RecordStep("before all", duration: TimeSpan.MinValue);
            },
            options => options.TimeProvider = new ManualClock(frequency));
        Assert.Equal(TimeSpan.Zero, trace.Scopes[0].Duration);
        Assert.True(trace.Scopes[1].Duration > TimeSpan.FromDays(36_000));
        Assert.Equal(TimeSpan.Zero, trace.Scopes[2].Duration);
    }

    [Fact]
    public async Task Nulls_are_recorded_as_empty_and_disturb_nobody()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.RecordStep(null!, (string?)null);
            run.RecordToolCall(null!, (string?)null, default, error: null);
            run.RecordDecision(null!, null!, null!);
            run.RecordDecision("options", ["a", null!, "b"], null!);
        });
        Assert.Equal(["", "", "", "options"], trace.Scopes.Select(scope => scope.Name));
        Assert.Equal("null", trace.Scopes[0].Result);
        Assert.Empty(trace.Scopes[2].Options);
        Assert.Equal(["a", "", "b"], trace.Scopes[3].Options);
        Assert.Equal("null", trace.Scopes[3].Result);
    }

    [Fact]
    public async Task Options_that_throw_or_lie_disturb_nobody()
    {
        RunTrace trace = await TestObserver.TraceAsync(run =>
        {
            run.RecordDecision("throws", new Lying(throws: true), "x");
            run.RecordDecision("lies", new Lying(throws: false), "x");
            run.RecordStep("after");
        });
        Assert.Empty(trace.Scopes[0].Options);
        Assert.Equal(["one"], trace.Scopes[1].Options);
        Assert.Equal("after", trace.Scopes[2].Name);
        Assert.Contains("options", Assert.Single(trace.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_options_are_recorded_whole()
    {
        string[] options = [.. Enumerable.Range(0, 1_000).Select(i => $"option {i}")];
        RunTrace trace = await TestObserver.TraceAsync(run => run.RecordDecision("route", options, options[7]));
        Assert.Equal(options, Assert.Single(trace.Scopes).Options);
    }

    private sealed class Lying(bool throws) : IReadOnlyList<string>
    {
        public int Count => throws ? throw new InvalidOperationException() : 5;

        public string this[int index] => throw new InvalidOperationException();

        public IEnumerator<string> GetEnumerator()
        {
            yield return "one";
            if (throws)
            {
                throw new InvalidOperationException();
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
