namespace Observe;

/// <summary>The traces whose root run was printed lately.</summary>
internal sealed class RecentTraces
{
    private const int Capacity = 1000;

    private readonly HashSet<ActivityTraceId> _traces = [];
    private readonly Queue<ActivityTraceId> _order = [];

    public bool Contains(ActivityTraceId trace) => _traces.Contains(trace);

    public void Add(ActivityTraceId trace)
    {
        if (!_traces.Add(trace))
        {
            return;
        }

        _order.Enqueue(trace);
        if (_order.Count > Capacity)
        {
            _traces.Remove(_order.Dequeue());
        }
    }
}
