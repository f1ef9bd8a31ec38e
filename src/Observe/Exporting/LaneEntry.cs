namespace Observe.Exporting;

/// <summary>What stands in an exporter's queue: a run, or the wish to hear when all before it are through.</summary>
internal readonly record struct LaneEntry(FinishedRun? Run, TaskCompletionSource? Flushed);
