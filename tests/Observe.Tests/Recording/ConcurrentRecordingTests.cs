using System.Globalization;
using Observe.CompilerServices;

namespace Observe.Tests.Recording;

public class ConcurrentRecordingTests
{
    private static readonly ScopeDescriptor s_step = new(ScopeKind.Step, "attributed");

    [Fact]
    public async Task Many_threads_that_record_in_one_run_lose_and_tear_nothing()
    {
        const int Threads = 8;
        const int Records = 2_000;
        await using TestObserver test = new(options => options.SegmentBytes = 1024);
        using Barrier together = new(Threads);
        test.Observer.Run("agent", run =>
        {
            Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
            {
                Random random = new(thread);
                together.SignalAndWait();
                for (int i = 0; i < Records; i++)
                {
                    string content = new((char)('a' + thread), random.Next(random.Next(10) == 0 ? 3_000 : 60));
                    run.RecordStep($"{thread}:{i}", string.Create(CultureInfo.InvariantCulture, $"{content.Length}:{content}"));
                    if (i % 50 == 0)
                    {
                        run.SetTag($"t{thread}.{i}", content);
                    }
                }
            }))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        });

        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Equal(0, trace.DroppedRecords);
        Assert.Equal(Threads * Records, trace.Scopes.Count);
        Assert.Equal(Threads * Records / 50, trace.Tags.Count);
        int[] next = new int[Threads];
        int id = 0;
        foreach (ScopeTrace scope in trace.Scopes)
        {
            Assert.Equal(++id, scope.Id);
            Assert.Equal(id, scope.StepNumber);
            string[] name = scope.Name.Split(':');
            int thread = int.Parse(name[0], CultureInfo.InvariantCulture);
            Assert.Equal(next[thread]++, int.Parse(name[1], CultureInfo.InvariantCulture));
            string[] content = scope.Result!.Trim('"').Split(':');
            Assert.Equal(new string((char)('a' + thread), int.Parse(content[0], CultureInfo.InvariantCulture)), content[1]);
            Assert.Equal(Outcome.Ok, scope.Outcome);
        }

        FlushResult status = test.Observer.Status;
        Assert.True(status.IsComplete);
        Assert.Equal(2 + (Threads * Records * 2) + (Threads * Records / 50), status.Recorded);
    }

    [Fact]
    public async Task Scopes_of_attributed_methods_on_many_threads_keep_their_arguments_and_results()
    {
        await using TestObserver test = new();
        test.Observer.Run("agent", _ => Parallel.For(0, 5_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(i * 2, Double(i))));
        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Equal(5_000, trace.Scopes.Count);
        Assert.Equal(
            Enumerable.Range(0, 5_000).Select(i => ($$"""{"i":{{i}}}""", $"{i * 2}")).Order(),
            trace.Scopes.Select(scope => (scope.Arguments!, scope.Result!)).Order());
    }

    [Fact]
    public async Task Span_ids_are_unique_and_never_zero()
    {
        await using TestObserver test = new();
        for (int i = 0; i < 200; i++)
        {
            test.Observer.Run("agent", run =>
            {
                for (int step = 0; step < 50; step++)
                {
                    run.RecordStep("step");
                }
            });
        }

        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        string[] ids = [.. runs.SelectMany(run => run.Scopes.Select(scope => scope.SpanId).Append(run.SpanId)).Select(id => id.ToHexString())];
        Assert.Equal(200 * 51, ids.Distinct().Count());
        Assert.DoesNotContain(new string('0', 16), ids);
        Assert.Equal(200, runs.Select(run => run.TraceId).Distinct().Count());
    }

    [Fact]
    public async Task Ids_have_the_form_of_W3C_trace_context()
    {
        string runId = "";
        RunTrace trace = await TestObserver.TraceAsync(run => runId = run.RunId);
        Assert.Matches("^[0-9a-f]{32}-[0-9a-f]{16}$", runId);
        Assert.Equal($"{trace.TraceId}-{trace.SpanId}", runId);
        Assert.Null(trace.ParentSpanId);
    }

    private static int Double(int i)
    {
        Assert.True(ObservedCall.TryBeginScope(s_step, out ObservedCall call));
        CaptureWriter arguments = call.Arguments!;
        arguments.Property("i"u8);
        arguments.Write(i);
        call.Enter();
        try
        {
            return call.Return(i * 2, static (writer, value) => writer.Write(value));
        }
        finally
        {
            call.Exit();
        }
    }
}
