using Observe.Recording;

namespace Observe.Exporting.Reading;

/// <summary>Decodes the events of one run or scope.</summary>
internal static unsafe class EventReader
{
    public static EventTrace[] Read(RunIndex index, RunIndex.RecordChain chain, TraceScratch scratch, RunClock clock)
    {
        if (chain.IsEmpty)
        {
            return [];
        }

        List<EventTrace> events = [];
        for (int at = chain.First; at >= 0; at = index.Linked(at).Next)
        {
            RecordCursor cursor = new(index.Linked(at).Record);
            EventHappened happened = cursor.Read<EventHappened>();
            events.Add(new EventTrace
            {
                Kind = (EventKind)happened.Kind,
                Name = scratch.Text(ref cursor) ?? "",
                Time = clock.TimeOf(happened.Timestamp),
                Value = scratch.Value(cursor.Rest),
            });
        }

        return [.. events];
    }
}
