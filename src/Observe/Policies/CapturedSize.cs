using System.Buffers.Text;
using Observe.Capturing;

namespace Observe.Policies;

/// <summary>How large a captured value was before it was cut.</summary>
/// <param name="Bytes">Bytes in binary form, and those that the marks of cut texts and byte arrays say are missing.</param>
/// <param name="IsCut">Whether anything is missing.</param>
internal readonly record struct CapturedSize(long Bytes, bool IsCut)
{
    /// <summary>Begins the mark at the end of a cut text.</summary>
    public static ReadOnlySpan<byte> CutBegin => "… (+"u8;

    private static ReadOnlySpan<byte> CutEnd => " chars)"u8;

    public static CapturedSize Of(ReadOnlySpan<byte> cbor)
    {
        long missing = 0;
        bool isCut = false;
        CapturedTexts texts = new(cbor);
        while (texts.MoveNext())
        {
            long? cut = texts.Current.SequenceEqual(CaptureMarks.Omitted) ? OmittedBytes(texts.Rest) : CutCharacters(texts.Current);
            isCut |= cut is not null;
            missing += cut ?? 0;
        }

        return new CapturedSize(cbor.Length + missing, isCut);
    }

    /// <summary>How many characters the end of a cut text says are missing; null when it is whole.</summary>
    public static long? CutCharacters(ReadOnlySpan<byte> text)
    {
        if (!text.EndsWith(CutEnd) || text.LastIndexOf(CutBegin) is not (>= 0 and int begin))
        {
            return null;
        }

        ReadOnlySpan<byte> number = text[(begin + CutBegin.Length)..^CutEnd.Length];
        return Utf8Parser.TryParse(number, out uint characters, out int digits) && digits == number.Length ? characters : null;
    }

    /// <summary>Of a cut byte array, <c>{"$omitted": n, "$bytes": …}</c>, the bytes; of members and elements nobody knows the size.</summary>
    private static long OmittedBytes(ReadOnlySpan<byte> afterMark)
    {
        CborReader reader = new(afterMark);
        if (reader.IsAtEnd || reader.PeekMajor != CborMajor.Unsigned)
        {
            return 0;
        }

        ulong count = reader.ReadArgument();
        return !reader.IsAtEnd && reader.PeekMajor == CborMajor.Text && reader.ReadString().SequenceEqual(CaptureMarks.Bytes)
            ? (long)Math.Min(count, uint.MaxValue)
            : 0;
    }
}
