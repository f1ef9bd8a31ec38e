using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Observe.Masking;

/// <summary>Patterns as regular expressions. They see UTF-16, so the whole text is transcoded.</summary>
internal sealed class RegexPatterns(SecretPattern[] patterns) : OwnPatterns
{
    public override void Find(ReadOnlySpan<byte> utf8, ref SecretSpans found)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        ReadOnlySpan<char> text = rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented));
        for (int i = 0; i < patterns.Length; i++)
        {
            try
            {
                Find(patterns[i], text, utf8, FirstRank + i, ref found);
            }
            catch (RegexMatchTimeoutException)
            {
                found.Add(0, utf8.Length, FirstRank + i); // what could not be searched may hold a secret
            }
        }

        ArrayPool<char>.Shared.Return(rented);
    }

    public override ReadOnlySpan<byte> MarkOf(int rank) => patterns[rank - FirstRank].Mark;

    private static void Find(SecretPattern pattern, ReadOnlySpan<char> text, ReadOnlySpan<byte> utf8, int rank, ref SecretSpans found)
    {
        int chars = 0;
        int bytes = 0;
        foreach (ValueMatch match in pattern.Expression.EnumerateMatches(text))
        {
            if (match.Length > 0)
            {
                // Halves of a surrogate pair stay together.
                int start = BytesUpTo(utf8, match.Index, ref chars, ref bytes, goBeyond: false);
                int end = BytesUpTo(utf8, match.Index + match.Length, ref chars, ref bytes, goBeyond: true);
                found.Add(start, end, rank);
            }
        }
    }

    // Invalid bytes count as the replacement character that they became.
    private static int BytesUpTo(ReadOnlySpan<byte> utf8, int target, ref int chars, ref int bytes, bool goBeyond)
    {
        while (chars < target)
        {
            Rune.DecodeFromUtf8(utf8[bytes..], out Rune rune, out int length);
            if (chars + rune.Utf16SequenceLength > target && !goBeyond)
            {
                break;
            }

            chars += rune.Utf16SequenceLength;
            bytes += length;
        }

        return bytes;
    }
}
