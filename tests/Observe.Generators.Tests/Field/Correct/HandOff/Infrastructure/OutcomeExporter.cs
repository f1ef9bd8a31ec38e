using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Observe;

namespace Skyline.Support.Infrastructure;

/// <summary>Says in the log how runs ended. A failure here is the pump's to try again.</summary>
internal sealed class OutcomeExporter(ILogger logger) : IRunExporter
{
    public string Name => "outcomes";

    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        foreach (RunTrace run in runs.Select(static run => run.Read()).Where(static run => !run.IsAddendum))
        {
            int blocked = run.Scopes.Count(static scope => scope.Outcome == Outcome.Blocked);
            LogLevel level = run.Outcome is Outcome.Ok ? LogLevel.Debug : LogLevel.Warning;
            logger.Log(level, "{Agent} {Outcome} in {Duration}, {Blocked} blocked", run.Agent, run.Outcome, run.Duration, blocked);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
