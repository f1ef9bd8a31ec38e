using Observe.Exporting.Reading;
using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes the facts of a retrieval or reasoning under names that do not depend on the method's own.</summary>
internal static unsafe class FactsJson
{
    public static void Write(JsonText json, RunIndex index, in ScopeView view, in RunIndex.ScopeEntry records, TraceScratch scratch)
    {
        ReadOnlySpan<byte> result = default;
        if (records.Ended != null)
        {
            RecordCursor cursor = new(records.Ended);
            cursor.Read<ScopeEnded>();
            result = cursor.Rest;
        }

        if (view.Kind == ScopeKind.Retrieval)
        {
            Write(json, RetrievalReader.Read(view.Arguments, result, index, records, view.Roles, view.Descriptor?.Source, scratch));
        }
        else
        {
            Write(json, ReasoningReader.Read(result, view.Roles, scratch));
        }
    }

    private static void Write(JsonText json, RetrievalTrace retrieval)
    {
        json.Name("retrieval"u8);
        json.BeginObject();
        Text(json, "query"u8, retrieval.Query);
        Number(json, "top_k"u8, retrieval.TopK);
        Text(json, "source"u8, retrieval.Source);
        Number(json, "found"u8, retrieval.Found);
        if (retrieval.Scores.Count > 0)
        {
            json.Name("scores"u8);
            json.BeginArray();
            foreach (double score in retrieval.Scores)
            {
                json.Number(score);
            }

            json.EndArray();
        }

        json.EndObject();
    }

    private static void Write(JsonText json, ReasoningTrace reasoning)
    {
        json.Name("thought"u8);
        json.BeginObject();
        Text(json, "text"u8, reasoning.Thought);
        if (reasoning.Evidence.Count > 0)
        {
            json.Name("evidence"u8);
            json.BeginArray();
            foreach (string evidence in reasoning.Evidence)
            {
                json.String(evidence);
            }

            json.EndArray();
        }

        Text(json, "conclusion"u8, reasoning.Conclusion);
        json.EndObject();
    }

    private static void Text(JsonText json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.Name(name);
            json.String(text);
        }
    }

    private static void Number(JsonText json, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } known)
        {
            json.Name(name);
            json.Number((long)known);
        }
    }
}
