namespace Observe;

/// <summary>The traces whose root run was printed lately.</summary>
internal sealed class RecentTraces
{
    private const int Capacity = 1000;

    private readonly HashSet<string> _traces = [];
    private readonly Queue<string> _order = [];

    public bool Contains(ActivityTraceId trace) => _traces.Contains(trace.ToHexString());

    public void Add(ActivityTraceId trace)
    {
        string id = trace.ToHexString();
        if (!_traces.Add(id))
        {
            return;
        }

        _order.Enqueue(id);
        if (_order.Count > Capacity)
        {
            _traces.Remove(_order.Dequeue());
        }
    }
}
