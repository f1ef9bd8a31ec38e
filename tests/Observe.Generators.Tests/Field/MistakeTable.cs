using System.Text;

namespace Observe.Generators.Tests.Field;

/// <summary>Which planted mistakes were found, for people to read.</summary>
internal sealed class MistakeTable
{
    private readonly StringBuilder _rows = new("planted | file:line | expected | reported | \n");

    public int Planted { get; private set; }

    public int Missed { get; private set; }

    /// <summary>Reports where nothing was planted, or of another rule.</summary>
    public int Unexpected { get; private set; }

    public void Add(Mistake mistake, IReadOnlyList<Finding> expected, IReadOnlySet<Finding> reported)
    {
        Planted++;
        Missed += expected.All(reported.Contains) ? 0 : 1;
        foreach (Finding finding in expected)
        {
            string ids = string.Join(", ", reported.Where(other => (other.File, other.Line) == (finding.File, finding.Line)).Select(static other => other.Id));
            string isFound = reported.Contains(finding) ? "found" : "MISSED";
            _rows.AppendLine($"{mistake.Title} | {finding.File}:{finding.Line} | {finding.Id} | {ids} | {isFound}");
        }
    }

    public void AddUnexpected(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            Unexpected++;
            _rows.AppendLine($"nothing | {finding.File}:{finding.Line} | nothing | {finding.Id} | WRONG");
        }
    }

    public override string ToString() =>
        $"{_rows}{Planted} mistakes planted, {Planted - Missed} found, {Missed} missed, {Unexpected} reports where nothing was planted";
}
