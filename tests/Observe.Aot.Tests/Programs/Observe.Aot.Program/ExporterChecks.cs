using System.Text.Json;

namespace Observe.Aot.Checks;

/// <summary>The same runs on the console, in a file and in memory.</summary>
internal static class ExporterChecks
{
    private const int Runs = 100;

    public static async Task RunAsync(Checks checks)
    {
        string folder = Directory.CreateTempSubdirectory("observe-aot-").FullName;
        using StringWriter screen = new();
        InMemoryExporter memory = new();
        FlushResult result;
        await using (Observer observer = Observer.Start(options =>
        {
            options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = screen, Width = 120 }));
            options.Exporters.Add(new JsonLinesFileExporter(folder, new JsonLinesFileExporterOptions { FilePrefix = "aot" }));
            options.Exporters.Add(memory);
        }))
        {
            await Parallel.ForAsync(0, Runs, async (i, ct) => await new Shapes().RunAsync($"s-{i}", Route.Billing, ct));
            result = await observer.FlushAsync();
        }

        checks.That("flush: complete", result is { IsComplete: true, Dropped: 0, Pending: 0 }, $"{result}");
        checks.Equal("memory: runs", 2 * Runs, memory.Runs.Count);
        CheckFiles(checks, folder);
        CheckScreen(checks, screen.ToString());
        Directory.Delete(folder, recursive: true);
    }

    private static void CheckFiles(Checks checks, string folder)
    {
        int lines = 0;
        int scopes = 0;
        HashSet<string> spans = [];
        foreach (string file in Directory.GetFiles(folder, "aot-*.jsonl"))
        {
            foreach (string line in File.ReadLines(file))
            {
                using JsonDocument run = JsonDocument.Parse(line);
                lines++;
                scopes += run.RootElement.GetProperty("scopes").GetArrayLength();
                spans.Add(run.RootElement.GetProperty("span_id").GetString()!);
            }
        }

        checks.Equal("file: one line a run", 2 * Runs, lines);
        checks.Equal("file: span ids are unique", 2 * Runs, spans.Count);
        checks.Equal("file: scopes", 23 * Runs, scopes);
    }

    private static void CheckScreen(Checks checks, string screen)
    {
        checks.Contains("console: run", "shapes  workflow checks", screen);
        checks.Contains("console: tool call", "fetch(what: \"slow\"", screen);
        checks.Contains("console: decision", "Billing 75 % over Shipping", screen);
        checks.Contains("console: error", "InvalidOperationException: reason", screen);
    }
}
