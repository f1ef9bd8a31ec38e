using Observe.Diagnostics;
using Observe.Tests.Runs;

namespace Observe.Tests.Diagnostics;

public class WarningsTests
{
    [Fact]
    public void A_kind_of_warning_is_reported_once_a_minute()
    {
        ManualClock clock = new();
        List<string> reported = [];
        Warnings warnings = new(reported.Add, clock);
        warnings.Report("a", "1");
        warnings.Report("a", "2");
        warnings.Report("b", "3");
        clock.Advance(TimeSpan.FromSeconds(59.9));
        warnings.Report("a", "4");
        clock.Advance(TimeSpan.FromSeconds(0.1));
        warnings.Report("a", "5");
        warnings.Report("a", "6");
        Assert.Equal(["1", "3", "5"], reported);
    }

    [Fact]
    public async Task Whoever_listens_to_warnings_may_throw()
    {
        int heard = 0;
        await using TestObserver test = new(options =>
        {
            options.OnWarning = _ =>
            {
                heard++;
                throw new InvalidOperationException();
            };
            options.MaxExportAttempts = 2;
            options.Exporters.Add(new DelegatingExporter((_, _) => throw new IOException()));
        });
        test.Observer.Run("agent", _ => { });
        Assert.Equal(2, (await test.Observer.FlushAsync()).DroppedByExporter);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task What_was_lost_is_reported_at_the_end()
    {
        TestObserver test = new(options => options.MaxBufferBytes = options.SegmentBytes = 1024);
        test.Observer.Run("agent", run => run.SetTag("k", new string('x', 2_000)));
        await test.DisposeAsync();
        Assert.Contains(test.Warnings, warning => warning.Contains("of 3 records 2 were exported; lost: 1 to a full buffer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_buffer_is_reported_while_the_process_goes_on()
    {
        TaskCompletionSource<string> reported = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TestObserver test = new(options =>
        {
            options.MaxBufferBytes = options.SegmentBytes = 1024;
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.OnWarning = warning => reported.TrySetResult(warning);
        });
        test.Observer.Run("agent", run => run.SetTag("k", new string('x', 2_000)));
        Assert.Contains("1 records have found the buffer full", await reported.Task, StringComparison.Ordinal);
    }
}
