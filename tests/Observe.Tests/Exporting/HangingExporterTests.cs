using System.Threading.Channels;

namespace Observe.Tests.Exporting;

public class HangingExporterTests
{
    private readonly Channel<string> _witness = Channel.CreateUnbounded<string>();

    private DelegatingExporter Witness => new(
        (runs, _) =>
        {
            foreach (FinishedRun run in runs)
            {
                _witness.Writer.TryWrite(run.Read().Agent);
            }

            return default;
        },
        name: "witness");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exporter_that_hangs_delays_no_other_and_no_flush_and_no_end(bool blocksItsThread)
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> back = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TestObserver test = new(options =>
        {
            options.ExportTimeout = TimeSpan.FromHours(1);
            options.ShutdownTimeout = TimeSpan.FromMilliseconds(20);
            options.Exporters.Add(new DelegatingExporter(async (runs, _) =>
            {
                if (blocksItsThread)
                {
#pragma warning disable xUnit1031 // on purpose
                    released.Task.Wait(CancellationToken.None);
#pragma warning restore xUnit1031
                }

                await released.Task;
                back.TrySetResult(runs[0].Read().Agent);
            }));
            options.Exporters.Add(Witness);
        });

        test.Observer.Run("held", _ => { });
        FlushResult flush = await test.Observer.FlushAsync(TimeSpan.FromMilliseconds(20));
        Assert.Equal(2, flush.Pending);
        Assert.Equal("held", await _witness.Reader.ReadAsync());
        test.Observer.Run("next", _ => { });
        await test.Observer.FlushAsync(TimeSpan.FromMilliseconds(20));
        Assert.Equal("next", await _witness.Reader.ReadAsync());

        await test.DisposeAsync(); // returns although the exporter does not
        Assert.Contains(test.Warnings, warning => warning.Contains("4 not exported in time", StringComparison.Ordinal));
        released.SetResult();
        Assert.Equal("held", await back.Task); // its memory was still there
    }

    [Fact]
    public async Task An_exporter_that_ignores_its_cancellation_holds_one_batch_and_no_more()
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int calls = 0;
        await using TestObserver test = new(options =>
        {
            options.ExportTimeout = TimeSpan.FromMilliseconds(500);
            options.Exporters.Add(new DelegatingExporter(async (_, _) =>
            {
                if (Interlocked.Increment(ref calls) == 1)
                {
                    await released.Task;
                }
            }));
            options.Exporters.Add(Witness);
        });

        test.Observer.Run("held", _ => { });
        await test.Observer.FlushAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(new FlushResult(0, 0, 0, 0, 2), test.Observer.Status);
        for (int i = 0; i < 10; i++)
        {
            test.Observer.Run("given up", _ => { });
        }

        await test.Observer.FlushAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(new FlushResult(0, 0, 0, 20, 2), test.Observer.Status);
        Assert.Equal(test.Observer.Segments.SegmentSize, test.Observer.Segments.BytesInUse);

        released.SetResult();
        while (test.Observer.Status.Pending > 0)
        {
            await Task.Yield();
        }

        Assert.Equal(0, test.Observer.Segments.BytesInUse);
        test.Observer.Run("again", _ => { });
        Assert.Equal(new FlushResult(4, 0, 0, 20, 0), await test.Observer.FlushAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task An_exporter_that_heeds_its_cancellation_is_tried_again_and_then_given_up()
    {
        int calls = 0;
        await using TestObserver test = new(options =>
        {
            options.ExportTimeout = TimeSpan.FromMilliseconds(5);
            options.MaxExportAttempts = 3;
            options.Exporters.Add(new DelegatingExporter(async (_, token) =>
            {
                calls++;
                await Task.Delay(Timeout.Infinite, token);
            }));
        });
        test.Observer.Run("agent", _ => { });
        Assert.Equal(new FlushResult(0, 0, 0, 2, 0), await test.Observer.FlushAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_returns_what_it_knows()
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestObserver test = new(options => options.Exporters.Add(new DelegatingExporter((_, _) => new ValueTask(released.Task))));
        test.Observer.Run("agent", _ => { });
        using CancellationTokenSource cancel = new();
        Task<FlushResult> flush = test.Observer.FlushAsync(TimeSpan.MaxValue, cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(2, (await flush).Pending);
        released.SetResult();
    }
}
