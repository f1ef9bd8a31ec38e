using System.Globalization;
using System.Text;

namespace Observe.Benchmarks.Compiler;

/// <summary>How much longer a project compiles because of the analyzers. The generator runs in both cases; no other analyzer does.</summary>
internal static class AnalyzersProgram
{
    private const int Repetitions = 11;

    public static string Run()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("observe-analyzers-");
        try
        {
            int lines = AnalyzedProject.Write(directory.FullName);
            string responseFile = Path.Combine(directory.FullName, "project.rsp");
            File.WriteAllLines(responseFile, Arguments(directory.FullName));
            CscRun.Of(responseFile);
            List<CscRun> without = [];
            List<CscRun> with = [];
            for (int i = 0; i < Repetitions; i++)
            {
                without.Add(CscRun.Of(responseFile, "-skipanalyzers+"));
                with.Add(CscRun.Of(responseFile));
            }

            return Table(lines, without, with);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Table(int lines, List<CscRun> without, List<CscRun> with)
    {
        StringBuilder text = new("## All analyzers\n\n");
        text.Append(CultureInfo.InvariantCulture, $"A project of {lines:N0} lines, a tenth of its files agents; the compiler in a process of its own, median of {Repetitions} and the fastest.\n\n");
        text.Append("| | without analyzers | with all of them | added, medians | added, fastest |\n|---|---:|---:|---:|---:|\n");
        Append(text, "elapsed s", without.ConvertAll(static run => run.Elapsed), with.ConvertAll(static run => run.Elapsed));
        Append(text, "processor s", without.ConvertAll(static run => run.Processor), with.ConvertAll(static run => run.Processor));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string unit, List<TimeSpan> without, List<TimeSpan> with)
    {
        (double median, double fastest) = (Median(without), without.Min().TotalSeconds);
        (double medianWith, double fastestWith) = (Median(with), with.Min().TotalSeconds);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {unit} | {median:0.00} ({fastest:0.00}) | {medianWith:0.00} ({fastestWith:0.00}) | {(medianWith / median) - 1:P1} | {(fastestWith / fastest) - 1:P1} |\n");
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalSeconds;

    private static IEnumerable<string> Arguments(string directory) =>
    [
        "-nologo", "-noconfig", "-nostdlib", "-target:library", "-nullable:enable", "-langversion:13", "-deterministic", "-optimize",
        $"-out:\"{Path.Combine(directory, "Shop.dll")}\"",
        $"-analyzer:\"{typeof(Generators.ObserveGenerator).Assembly.Location}\"",
        .. CompilerReferences.Paths().Select(static path => $"-reference:\"{path}\""),
        .. Directory.EnumerateFiles(directory, "*.cs").Order(StringComparer.Ordinal).Select(static path => $"\"{path}\""),
    ];
}
