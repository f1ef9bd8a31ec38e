namespace Observe;

/// <summary>How an <see cref="Observer"/> records and exports.</summary>
public sealed class ObserverOptions
{
    /// <summary>Where finished runs go; at least one. The observer disposes them.</summary>
    public IList<IRunExporter> Exporters { get; } = [];

    /// <summary>What is captured of calls, and how much.</summary>
    public CaptureOptions Capture { get; } = new();

    /// <summary>Which policies are asked, and how.</summary>
    public PolicyOptions Policies { get; } = new();

    /// <summary>
    /// What masks secrets and personal data in every text on its way out: names, arguments, results, messages, errors, tags, metadata,
    /// warnings. Default: <see cref="TextMask.Default"/>, everything that it knows; <see cref="TextMask.None"/> masks nothing.
    /// </summary>
    public TextMask Mask { get; set; } = TextMask.Default;

    /// <summary>Prices and context windows of models. Default: null, which is <see cref="ModelCatalogue.Default"/>.</summary>
    public ModelCatalogue? Models { get; set; }

    /// <summary>Most bytes of native memory for records that have not been exported. Default: 67,108,864 (64 MiB).</summary>
    public long MaxBufferBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Bytes of one segment of the buffer; a live run holds at least one. Default: 16,384; from 1,024 to 1,048,576.</summary>
    public int SegmentBytes { get; set; } = 16 * 1024;

    /// <summary>What happens when the buffer is full. Default: <see cref="WhenFull.Drop"/>.</summary>
    public WhenFull WhenFull { get; set; }

    /// <summary>How long a thread waits at most for room, with <see cref="WhenFull.Wait"/>. Default: 1 second; at most 1 day.</summary>
    public TimeSpan WaitTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often finished runs are collected at least; under load it happens more often. Default: 50 ms; from 1 ms to 1 day.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long one call of an exporter may take before it is cancelled and counts as failed. Default: 30 seconds; from 1 ms to 1 day.</summary>
    public TimeSpan ExportTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a batch is offered to an exporter before it is given up. Default: 5; at least 1.</summary>
    public int MaxExportAttempts { get; set; } = 5;

    /// <summary>Pause before the second attempt; it doubles with each further one, up to 30 seconds. Default: 200 ms; at most 1 day.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long disposing the observer, or the end of the process, waits for the exporters. Default: 5 seconds; at most 1 day.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Clock. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets what the observer has to report about itself: lost records, failing exporters. Each kind of warning at most once a
    /// minute. Default: a line on the standard error stream. An exception that it throws is ignored.
    /// </summary>
    public Action<string> OnWarning { get; set; } = static warning => Console.Error.WriteLine("observe: " + warning);

    /// <summary>Longest time that can be set: the system's timers take no more than some weeks.</summary>
    internal static TimeSpan LongestTime => TimeSpan.FromDays(1);

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(OnWarning);
        ArgumentNullException.ThrowIfNull(Mask);
        if (Exporters.Count == 0)
        {
            throw new ArgumentException(
                "An observer needs at least one exporter: add one, for example options.Exporters.Add(new JsonLinesFileExporter(\"runs\")).");
        }

        if (Exporters.Contains(null!))
        {
            throw new ArgumentException("Exporters contains null.");
        }

        if (SegmentBytes is < 1024 or > 1024 * 1024)
        {
            throw new ArgumentOutOfRangeException(nameof(SegmentBytes), SegmentBytes, "SegmentBytes must be from 1,024 to 1,048,576.");
        }

        if (MaxBufferBytes < SegmentBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxBufferBytes), MaxBufferBytes, "MaxBufferBytes must be at least SegmentBytes.");
        }

        if (MaxExportAttempts < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxExportAttempts), MaxExportAttempts, "MaxExportAttempts must be at least 1.");
        }

        Between(TimeSpan.Zero, WaitTimeout, nameof(WaitTimeout));
        Between(TimeSpan.Zero, RetryDelay, nameof(RetryDelay));
        Between(TimeSpan.Zero, ShutdownTimeout, nameof(ShutdownTimeout));
        Between(TimeSpan.FromMilliseconds(1), PollInterval, nameof(PollInterval));
        Between(TimeSpan.FromMilliseconds(1), ExportTimeout, nameof(ExportTimeout));
        Capture.Validate();
        Policies.Validate();
    }

    internal static void Between(TimeSpan least, TimeSpan value, string name)
    {
        if (value < least || value > LongestTime)
        {
            throw new ArgumentOutOfRangeException(
                name, $"{name} is {value.TotalMilliseconds} ms; it must be from {least.TotalMilliseconds} ms to {LongestTime.TotalMilliseconds} ms (1 day).");
        }
    }
}
