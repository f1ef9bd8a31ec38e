using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Ledgerly.Assistant.Tracing;

/// <summary>An exporter that adds up what the models cost, and prints it at the end.</summary>
internal sealed class CostReport : IRunExporter
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Line> _byModel = new(StringComparer.Ordinal);
    private int _runs;

    public string Name => "cost-report";

    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        foreach (FinishedRun finished in runs)
        {
            RunTrace run = finished.Read();
            lock (_gate)
            {
                _runs++;
                foreach (LlmTrace call in run.Scopes.Select(static scope => scope.Llm).OfType<LlmTrace>())
                {
                    _byModel[call.Model] = _byModel.GetValueOrDefault(call.Model).Plus(call);
                }
            }
        }

        return default;
    }

    public string Summary()
    {
        lock (_gate)
        {
            StringBuilder text = new();
            text.Append(CultureInfo.InvariantCulture, $"{_runs} runs").AppendLine();
            foreach ((string model, Line line) in _byModel)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {model}: {line.Calls} calls, {line.Tokens} tokens, {line.CostUsd:0.0000} USD");
                text.AppendLine(line.Unpriced > 0 ? $", {line.Unpriced} without a price" : "");
            }

            return text.ToString();
        }
    }

    public ValueTask DisposeAsync() => default;

    private readonly record struct Line(int Calls, long Tokens, decimal CostUsd, int Unpriced)
    {
        public Line Plus(LlmTrace call) => new(
            Calls + 1,
            Tokens + (call.Usage.TotalTokens ?? 0),
            CostUsd + (call.CostUsd ?? 0),
            Unpriced + (call.CostUsd is null ? 1 : 0));
    }
}
