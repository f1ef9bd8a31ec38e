using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>The captured items of a stream as one array; what was not captured is counted in a mark at its end.</summary>
internal static unsafe class StreamItems
{
    public static void Write(JsonText json, RunIndex index, in RunIndex.ScopeEntry scope)
    {
        json.BeginArray();
        long captured = 0;
        for (int item = scope.Items.First; item >= 0; item = index.Linked(item).Next)
        {
            CborToJson.Write(json, new RecordCursor(index.Linked(item).Record).Rest);
            captured++;
        }

        long items = scope.Ended == null ? captured : new RecordCursor(scope.Ended).Read<ScopeEnded>().Items;
        if (items > captured)
        {
            json.BeginObject();
            json.Name("$omitted"u8);
            json.Number(items - captured);
            json.EndObject();
        }

        json.EndArray();
    }
}
