using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Observe.Benchmarks.Tables;

/// <summary>Writes what was measured into the results directory of this project.</summary>
internal static class ResultFiles
{
    private const string Command = "dotnet run -c Release --project tests/Observe.Benchmarks -- --write-results";

    public static void Write(IReadOnlyCollection<Summary> summaries, string endToEnd)
    {
        string directory = Results();
        Summary[] governance = [.. summaries.Where(static summary => IsGovernance(TypeOf(summary)))];
        File.WriteAllText(Path.Combine(directory, "steps.md"), Steps(summaries.Except(governance)));
        WriteGovernance(governance);
        File.WriteAllText(Path.Combine(directory, "end-to-end.md"), Head("End to end") + endToEnd);
    }

    public static void WriteGovernance(IReadOnlyCollection<Summary> summaries) =>
        File.WriteAllText(Path.Combine(Results(), "governance.md"), Governance(summaries));

    private static string Results()
    {
        string directory = Path.Combine("tests", "Observe.Benchmarks", "results");
        Directory.CreateDirectory(directory);
        return directory;
    }

    /// <summary>Policies, models and masks, whose figures stand beside each other and not beside those of a tracing library.</summary>
    private static bool IsGovernance(Type type) => type.Name is nameof(GovernedRun) or nameof(RecordedLlmCall) or nameof(CatalogueLookup);

    private static string Governance(IEnumerable<Summary> summaries)
    {
        StringBuilder text = new(Head("What governing and pricing cost", Command + " governance"));
        text.AppendLine("Time and bytes are per call. `Ratio` is that of the medians to the baseline, the row whose ratio is 1.00.").AppendLine();
        return Append(text, summaries);
    }

    private static string Steps(IEnumerable<Summary> summaries)
    {
        StringBuilder text = new(Head("What a step costs"));
        text.Append(
            """
            Time and bytes are per call. Inside runs they hold a hundredth of the begin and end of a run of 100 steps (of a root span with
            100 children). Bytes are those of all threads. `Ratio` is that of the medians to the baseline, the row whose ratio is 1.00.
            `Lost` are scopes that never reached the exporter: Observe waits when its buffer is full, the OpenTelemetry SDK drops, and a
            dropped span is a cheaper one. "Captures" and "3 tags" are a string, an int and a double; Observe records the result too.


            """);
        return Append(text, summaries);
    }

    private static string Append(StringBuilder text, IEnumerable<Summary> summaries)
    {
        foreach (Summary summary in summaries.OrderBy(static summary => Order(summary)))
        {
            text.Append("## ").AppendLine(Words(TypeOf(summary))).AppendLine().AppendLine(Table(summary));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Table(Summary summary)
    {
        // The machine is described once, at the top: of what BenchmarkDotNet writes only the table is kept.
        AccumulationLogger logger = new();
        MarkdownExporter.GitHub.ExportToLog(summary, logger);
        string[] lines = logger.GetLog().Replace("&#39;", "").Split('\n', StringSplitOptions.TrimEntries);
        return string.Join('\n', lines.Where(static line => line.StartsWith('|'))) + "\n";
    }

    private static string Head(string title, string command = Command) =>
        $"""
        # {title}

        ```
        {command}
        ```

        ```
        {string.Join('\n', HostEnvironmentInfo.GetCurrent().ToFormattedString()).Trim()}
        Runtime {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}
        OpenTelemetry SDK {OpenTelemetryVersion}
        ```


        """;

    private static string OpenTelemetryVersion =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(OpenTelemetry.Sdk).Assembly.Location).ProductVersion!.Split('+')[0];

    private static Type TypeOf(Summary summary) => summary.BenchmarksCases[0].Descriptor.Type;

    private static int Order(Summary summary) => Array.IndexOf(
        [
            typeof(OutsideARun), typeof(SyncStep), typeof(SyncStepWithCaptures), typeof(LeafStep), typeof(CompletedTaskStep),
            typeof(YieldingStep), typeof(EmptyRun), typeof(GovernedRun), typeof(RecordedLlmCall), typeof(CatalogueLookup),
        ],
        TypeOf(summary));

    private static string Words(Type type) => type.Name switch
    {
        nameof(OutsideARun) => "Nothing is recorded",
        nameof(SyncStep) => "Synchronous step, nothing captured",
        nameof(SyncStepWithCaptures) => "Synchronous step, arguments and result captured",
        nameof(LeafStep) => "Leaf step, same captures",
        nameof(CompletedTaskStep) => "Asynchronous step that completes synchronously, same captures",
        nameof(YieldingStep) => "Asynchronous step that yields, same captures",
        nameof(EmptyRun) => "Run without steps",
        nameof(GovernedRun) => "Run with five policies",
        nameof(RecordedLlmCall) => "Call of a language model, recorded by hand",
        nameof(CatalogueLookup) => "Look-up in the model catalogue",
        _ => type.Name,
    };
}
