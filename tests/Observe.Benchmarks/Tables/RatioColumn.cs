using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Observe.Benchmarks.Tables;

/// <summary>One statistic of a benchmark over that of the baseline. Medians and minimums stand the noise of a shared machine; means do not.</summary>
internal sealed class RatioColumn(string name, Func<Statistics, double> statistic) : IColumn
{
    public string Id => nameof(RatioColumn) + name;

    public string ColumnName => name;

    public string Legend => "To the baseline of the same table";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Baseline;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        BenchmarkCase? baseline = summary.GetBaseline(summary.GetLogicalGroupKey(benchmarkCase));
        return Of(summary, benchmarkCase) is { } value && Of(summary, baseline) is { } reference
            ? (value / reference).ToString("0.00", CultureInfo.InvariantCulture)
            : "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    private double? Of(Summary summary, BenchmarkCase? benchmarkCase) =>
        benchmarkCase is not null && summary[benchmarkCase]?.ResultStatistics is { } statistics ? statistic(statistics) : null;
}
