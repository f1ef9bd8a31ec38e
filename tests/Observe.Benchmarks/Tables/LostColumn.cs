using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Observe.Benchmarks.Tables;

/// <summary>How many of the scopes never reached the exporter, over all processes of the benchmark.</summary>
internal sealed class LostColumn : IColumn
{
    private const string Prefix = "scopes started, lost: ";

    public string Id => nameof(LostColumn);

    public string ColumnName => "Lost";

    public string Legend => "Scopes that never reached the exporter";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    /// <summary>What the process of a benchmark prints for this column.</summary>
    public static string Line(long started, long lost) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{started} {lost}");

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        long started = 0;
        long lost = 0;
        foreach (string line in summary[benchmarkCase]!.ExecuteResults.SelectMany(static result => result.StandardOutput))
        {
            int at = line.IndexOf(Prefix, StringComparison.Ordinal);
            if (at >= 0)
            {
                string[] numbers = line[(at + Prefix.Length)..].Split(' ');
                started += long.Parse(numbers[0], CultureInfo.InvariantCulture);
                lost += long.Parse(numbers[1], CultureInfo.InvariantCulture);
            }
        }

        return started == 0 ? "" : (100.0 * lost / started).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
