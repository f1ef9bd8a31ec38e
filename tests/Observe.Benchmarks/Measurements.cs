using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;
using Observe.Benchmarks.Tables;
using Perfolizer.Horology;

namespace Observe.Benchmarks;

/// <summary>How the benchmarks are measured: many short iterations in several processes, one after the other.</summary>
internal static class Measurements
{
    // 100 calls of a step are one operation's share, so the cost of BenchmarkDotNet's own loop needs no measurement.
    private static readonly Job s_job = Job.Default
        .WithToolchain(CsProjCoreToolchain.From(new NetCoreAppSettings("net10.0", null, ".NET 10.0")))
        .WithLaunchCount(3)
        .WithWarmupCount(30) // the runtime compiles twice, in the background: code that is not part of the framework gets there after seconds
        .WithIterationCount(15)
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithEvaluateOverhead(false)
        .WithArguments([new MsBuildArgument("/p:TreatWarningsAsErrors=false")]);

    public static IConfig Config { get; } = ManualConfig.CreateEmpty()
        .AddJob(s_job)
        .AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)))
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Metrics)
        .AddColumn(
            StatisticColumn.Median,
            StatisticColumn.Min,
            new RatioColumn("Ratio", static statistics => statistics.Median),
            new RatioColumn("Ratio of minimums", static statistics => statistics.Min),
            new LostColumn())
        .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Nanosecond).WithMaxParameterColumnWidth(80))
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "observe-benchmarks"))
        .WithOptions(ConfigOptions.DisableLogFile);
}
