using System.Text.Json;

namespace Observe.Tests.Exporting;

public class JsonLinesFileExporterTests
{
    [Fact]
    public async Task A_file_that_has_grown_large_is_followed_by_another_and_no_run_is_split()
    {
        using TemporaryDirectory directory = new();
        await RecordAsync(directory, runs: 400, options => options.MaxFileBytes = 2048);
        Assert.True(directory.Files.Length > 20, $"{directory.Files.Length} files");
        Assert.All(directory.Files, file => Assert.InRange(new FileInfo(file).Length, 1, 2048 + 1024));
        Assert.Equal(Enumerable.Range(0, 400).Select(i => $"agent {i}"), directory.Lines.Select(AgentOf));
    }

    [Fact]
    public async Task Only_the_youngest_files_are_kept()
    {
        using TemporaryDirectory directory = new();
        await RecordAsync(directory, runs: 400, options =>
        {
            options.MaxFileBytes = 2048;
            options.MaxFiles = 3;
        });
        Assert.Equal(3, directory.Files.Length);
        string[] agents = [.. directory.Lines.Select(AgentOf)];
        Assert.Equal("agent 399", agents[^1]);
        Assert.Equal(Enumerable.Range(400 - agents.Length, agents.Length).Select(i => $"agent {i}"), agents);
    }

    [Fact]
    public async Task Exporters_that_write_to_one_directory_at_once_take_no_file_from_each_other()
    {
        using TemporaryDirectory directory = new();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RecordAsync(directory, runs: 100, options => options.MaxFileBytes = 1024))));
        Assert.Equal(600, directory.Lines.Length);
        Assert.Equal(600, directory.Lines.Select(line => SpanOf(line)).Distinct().Count());
    }

    [Fact]
    public async Task A_directory_that_is_removed_under_the_exporter_is_made_again()
    {
        using TemporaryDirectory directory = new();
        await using TestObserver test = new(options => options.Exporters.Add(new JsonLinesFileExporter(directory.Path)));
        test.Observer.Run("lost", _ => { });
        await test.RunsAsync();
        Directory.Delete(directory.Path, recursive: true);
        test.Observer.Run("kept", _ => { });
        await test.RunsAsync();
        Assert.Equal("kept", AgentOf(Assert.Single(directory.Lines)));
        Assert.True(test.Observer.Status.IsComplete);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_half_way_is_written_once_when_it_comes_again()
    {
        using TemporaryDirectory directory = new();
        await using JsonLinesFileExporter file = new(directory.Path);
        int offers = 0;
        await using TestObserver test = new(options =>
        {
            options.PollInterval = TimeSpan.FromDays(1);
            options.Exporters.Add(new DelegatingExporter(async (runs, _) =>
            {
                using CancellationTokenSource cancel = new();
                await file.ExportAsync(new CancellingList(runs, offers++ == 0 ? cancel : null), cancel.Token);
            }));
        });
        for (int i = 0; i < 40; i++)
        {
            test.Observer.Run($"agent {i}", _ => { });
        }

        await test.RunsAsync();
        Assert.Equal(2, offers);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"agent {i}"), directory.Lines.Select(AgentOf));
    }

    [Fact]
    public void A_prefix_that_is_no_file_name_is_refused()
    {
        using TemporaryDirectory directory = new();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new JsonLinesFileExporter(directory.Path, new() { FilePrefix = "a/b" }));
        Assert.Contains("a/b", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLinesFileExporter(directory.Path, new() { MaxFileBytes = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLinesFileExporter(directory.Path, new() { MaxFiles = 0 }));
    }

    private static async Task RecordAsync(TemporaryDirectory directory, int runs, Action<JsonLinesFileExporterOptions> configure)
    {
        JsonLinesFileExporterOptions file = new();
        configure(file);
        await using TestObserver test = new(options => options.Exporters.Add(new JsonLinesFileExporter(directory.Path, file)));
        for (int i = 0; i < runs; i++)
        {
            test.Observer.Run($"agent {i}", run => run.SetTag("k", new string('x', 100)));
        }

        await test.RunsAsync();
        Assert.Empty(test.Warnings);
    }

    private static string AgentOf(string line) => Member(line, "agent");

    private static string SpanOf(string line) => Member(line, "span_id");

    private static string Member(string line, string name)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(name).GetString()!;
    }

    /// <summary>A batch during whose reading the call is cancelled. Equal to itself when it is offered again.</summary>
    private sealed class CancellingList(IReadOnlyList<FinishedRun> runs, CancellationTokenSource? cancel) : IReadOnlyList<FinishedRun>
    {
        public int Count => runs.Count;

        public FinishedRun this[int index]
        {
            get
            {
                if (index == 20)
                {
                    cancel?.Cancel();
                }

                return runs[index];
            }
        }

        public IEnumerator<FinishedRun> GetEnumerator() => runs.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
