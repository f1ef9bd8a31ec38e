using System.Text;
using Observe.Capturing;
using Observe.CompilerServices;

namespace Observe.Policies;

/// <summary>
/// Finds what a policy wants masked where it cannot be: a call can be given another text in place of a string argument, but not another
/// object. What cannot be masked must not go on.
/// </summary>
internal static class Unmaskable
{
    /// <summary>The refusal that takes the place of a redaction.</summary>
    public static PolicyResult Refuse(Redaction redaction, string where) => new(
        PolicyAction.Block, $"{where} holds, inside an object or list, what has to be masked, and can only be masked as a text ({redaction.Result.Reason})")
    {
        PolicyName = redaction.Result.PolicyName,
        Category = redaction.Result.Category,
        Metadata = redaction.Result.Metadata,
    };

    /// <summary>Whether a text that the mask would change lies deeper than where it can be replaced.</summary>
    /// <param name="cbor">The captured arguments, or the captured result.</param>
    /// <param name="isMember">True for arguments: a text that is a member of the outermost object can be replaced. Of a result that is no string, none can.</param>
    /// <param name="redaction">What has to be masked.</param>
    public static bool IsIn(ReadOnlySpan<byte> cbor, bool isMember, Redaction redaction)
    {
        if (cbor.IsEmpty)
        {
            return false;
        }

        CborReader reader = new(cbor);
        return Search(ref reader, isMember ? 0 : 2, redaction);
    }

    /// <summary>Whether an argument that the mask would change cannot be replaced: one inside an object, or one that is no string by value.</summary>
    /// <param name="arguments">The captured arguments.</param>
    /// <param name="method">The method that gets them.</param>
    /// <param name="redaction">What has to be masked.</param>
    public static bool IsIn(ReadOnlySpan<byte> arguments, ScopeDescriptor method, Redaction redaction)
    {
        foreach (string name in method.FixedTexts)
        {
            if (RecordedValueReader.GetText(arguments, name) is { } text && redaction.Changes(text))
            {
                return true;
            }
        }

        return IsIn(arguments, isMember: true, redaction);
    }

    private static bool Search(ref CborReader reader, int depth, Redaction redaction)
    {
        switch (reader.PeekMajor)
        {
            case CborMajor.Text:
                ReadOnlySpan<byte> text = reader.ReadString();
                return depth > 1 && redaction.Changes(Encoding.UTF8.GetString(text));
            case CborMajor.Tag:
                reader.ReadArgument();
                return Search(ref reader, depth + 1, redaction);
            case CborMajor.Array:
                return SearchItems(ref reader, depth + 1, isMap: false, redaction);
            case CborMajor.Map:
                return SearchItems(ref reader, depth + 1, isMap: true, redaction);
            default:
                reader.Skip();
                return false;
        }
    }

    private static bool SearchItems(ref CborReader reader, int depth, bool isMap, Redaction redaction)
    {
        bool open = reader.Peek is CborByte.OpenArray or CborByte.OpenMap;
        ulong left = open ? (ulong)reader.ReadByte() : reader.ReadArgument();
        while (open ? reader.Peek != CborByte.Break : left-- > 0)
        {
            if (isMap)
            {
                reader.Skip();
            }

            if (Search(ref reader, depth, redaction))
            {
                return true;
            }
        }

        if (open)
        {
            reader.ReadByte();
        }

        return false;
    }
}
