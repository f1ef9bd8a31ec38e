using Observe.Capturing;
using Observe.CompilerServices;
using Observe.Policies;
using Observe.Recording;

namespace Observe.Exporting.Reading;

/// <summary>Finds the facts of a retrieval in its captured arguments and result.</summary>
internal static class RetrievalReader
{
    private static readonly string[] s_scoreNames = ["score", "Score", "relevance_score", "relevance", "similarity"];

    public static unsafe RetrievalTrace Read(
        ReadOnlySpan<byte> arguments, ReadOnlySpan<byte> result, RunIndex index, in RunIndex.ScopeEntry records, ScopeRoles? roles, string? source, TraceScratch scratch)
    {
        List<double> scores = [];
        int? found = null;
        ReadOnlySpan<byte> given = RecordedValueReader.Find(arguments, "scores");
        if (!given.IsEmpty)
        {
            foreach (ArrayItem item in new ArrayItems(given))
            {
                AddNumber(scores, item.Value);
            }
        }

        if (ArrayItems.IsArray(result))
        {
            found = 0;
            bool isGiven = scores.Count > 0;
            foreach (ArrayItem item in new ArrayItems(result))
            {
                if (item.IsOmission)
                {
                    found += item.Omitted;
                    continue;
                }

                found++;
                if (!isGiven)
                {
                    AddNumber(scores, ScoreOf(item.Value, roles?.Score));
                }
            }
        }

        for (int at = records.Items.First; at >= 0; at = index.Linked(at).Next)
        {
            found = (found ?? 0) + 1;
            AddNumber(scores, ScoreOf(new RecordCursor(index.Linked(at).Record).Rest, roles?.Score));
        }

        return new RetrievalTrace
        {
            Query = Text(arguments, roles?.Query, scratch),
            TopK = roles?.Count is { } count && RecordedValueReader.GetNumber(arguments, count) is { } number and >= 0 and <= int.MaxValue ? (int)number : null,
            Source = source is null ? Text(arguments, roles?.Source, scratch) : scratch.Text(System.Text.Encoding.UTF8.GetBytes(source)),
            Found = found,
            Scores = scores,
        };
    }

    internal static string? Text(ReadOnlySpan<byte> value, string? member, TraceScratch scratch)
    {
        ReadOnlySpan<byte> text = member is null ? default : RecordedValueReader.Find(value, member);
        if (text.IsEmpty || (text[0] & 0xE0) != CborMajor.Text)
        {
            return null;
        }

        return scratch.Text(new CborReader(text).ReadString());
    }

    private static ReadOnlySpan<byte> ScoreOf(ReadOnlySpan<byte> document, string? member)
    {
        if (member is not null)
        {
            return RecordedValueReader.Find(document, member);
        }

        foreach (string name in s_scoreNames)
        {
            ReadOnlySpan<byte> score = RecordedValueReader.Find(document, name);
            if (!score.IsEmpty)
            {
                return score;
            }
        }

        return default;
    }

    private static void AddNumber(List<double> scores, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty && RecordedValueReader.GetNumber(value, "") is { } score)
        {
            scores.Add(score);
        }
    }
}
