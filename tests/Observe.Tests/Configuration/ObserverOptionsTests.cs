namespace Observe.Tests.Configuration;

public class ObserverOptionsTests
{
    public static TheoryData<string, Action<ObserverOptions>> WrongOptions => new()
    {
        { "SegmentBytes", options => options.SegmentBytes = 1023 },
        { "SegmentBytes", options => options.SegmentBytes = 1_048_577 },
        { "MaxBufferBytes", options => options.MaxBufferBytes = 16_383 },
        { "MaxExportAttempts", options => options.MaxExportAttempts = 0 },
        { "WaitTimeout", options => options.WaitTimeout = TimeSpan.FromTicks(-1) },
        { "WaitTimeout", options => options.WaitTimeout = TimeSpan.MaxValue },
        { "PollInterval", options => options.PollInterval = TimeSpan.Zero },
        { "PollInterval", options => options.PollInterval = TimeSpan.FromDays(30) },
        { "ExportTimeout", options => options.ExportTimeout = Timeout.InfiniteTimeSpan },
        { "ExportTimeout", options => options.ExportTimeout = TimeSpan.FromDays(60) },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.FromTicks(-1) },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.MaxValue },
        { "ShutdownTimeout", options => options.ShutdownTimeout = TimeSpan.FromTicks(-1) },
        { "ShutdownTimeout", options => options.ShutdownTimeout = TimeSpan.MaxValue },
        { "TimeProvider", options => options.TimeProvider = null! },
        { "OnWarning", options => options.OnWarning = null! },
        { "Exporters", options => options.Exporters.Add(null!) },
        { "MaxBytes", options => options.Capture.MaxBytes = 255 },
        { "MaxBytes", options => options.Capture.MaxBytes = int.MaxValue },
        { "MaxStringLength", options => options.Capture.MaxStringLength = 15 },
        { "MaxStringLength", options => options.Capture.MaxStringLength = int.MaxValue },
        { "MaxItems", options => options.Capture.MaxItems = 0 },
        { "MaxDepth", options => options.Capture.MaxDepth = 0 },
        { "MaxDepth", options => options.Capture.MaxDepth = 33 },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void An_option_out_of_range_is_refused_by_its_name(string name, Action<ObserverOptions> set)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Observer.Create(options =>
        {
            options.Exporters.Add(new InMemoryExporter());
            set(options);
        }));
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_out_of_range_is_named_with_its_value()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => Observer.Create(options =>
        {
            options.Exporters.Add(new InMemoryExporter());
            options.Capture.MaxDepth = 77;
        }));
        Assert.Equal(77, exception.ActualValue);
    }

    [Fact]
    public void An_observer_without_exporter_says_what_to_do()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Observer.Create(_ => { }));
        Assert.Contains("options.Exporters.Add(", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Observer.Create(null!));
    }

    [Fact]
    public async Task The_ends_of_every_range_are_good()
    {
        await using (TestObserver least = new(options =>
        {
            options.MaxBufferBytes = options.SegmentBytes = 1024;
            options.MaxExportAttempts = 1;
            options.WaitTimeout = options.RetryDelay = TimeSpan.Zero;
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.Capture.MaxBytes = 256;
            options.Capture.MaxStringLength = 16;
            options.Capture.MaxDepth = options.Capture.MaxItems = 1;
        }))
        {
            least.Observer.Run("agent", run => run.SetResult(CapturedValue.Map(("a", CapturedValue.List(1, 2)))));
            Assert.Equal(Outcome.Ok, Assert.Single(await least.RunsAsync()).Outcome);
        }

        await using TestObserver most = new(options =>
        {
            options.MaxBufferBytes = long.MaxValue;
            options.SegmentBytes = 1_048_576;
            options.MaxExportAttempts = int.MaxValue;
            options.WaitTimeout = options.RetryDelay = options.PollInterval = options.ExportTimeout = options.ShutdownTimeout = TimeSpan.FromDays(1);
            options.Capture.MaxBytes = options.Capture.MaxStringLength = 268_435_456;
            options.Capture.MaxDepth = 32;
            options.Capture.MaxItems = int.MaxValue;
        });
        string text = new('漢', 1_000_000);
        most.Observer.Run("agent", run => run.SetResult(text));
        Assert.Equal(text.Length + 2, Assert.Single(await most.RunsAsync()).Result!.Length);
    }
}
