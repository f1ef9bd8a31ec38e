using Observe.Capturing;
using Observe.CompilerServices;
using Observe.Policies;

namespace Observe.Exporting.Reading;

/// <summary>Finds the facts of a thought in its captured result.</summary>
internal static class ReasoningReader
{
    public static ReasoningTrace Read(ReadOnlySpan<byte> result, ScopeRoles? roles, TraceScratch scratch)
    {
        bool isText = !result.IsEmpty && (result[0] & 0xE0) == CborMajor.Text;
        List<string> evidence = [];
        ReadOnlySpan<byte> list = roles?.Evidence is { } member ? RecordedValueReader.Find(result, member) : default;
        foreach (ArrayItem item in new ArrayItems(list))
        {
            if (!item.IsOmission && (item.Value[0] & 0xE0) == CborMajor.Text)
            {
                evidence.Add(scratch.Text(new CborReader(item.Value).ReadString()));
            }
        }

        return new ReasoningTrace
        {
            Thought = RetrievalReader.Text(result, isText ? "" : roles?.Thought, scratch),
            Evidence = evidence,
            Conclusion = RetrievalReader.Text(result, roles?.Conclusion, scratch),
        };
    }
}
