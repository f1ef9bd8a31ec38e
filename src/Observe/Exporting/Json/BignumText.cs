using System.Globalization;
using System.Text;

namespace Observe.Exporting.Json;

/// <summary>
/// Integers of any size (RFC 8949, section 3.4.3) as decimal digits. By hand, because the formatter of the framework would make every
/// native program larger by a quarter of what the whole library takes.
/// </summary>
internal static class BignumText
{
    private const int GroupDigits = 9;
    private const uint GroupSize = 1_000_000_000;

    /// <param name="bytes">The encoded magnitude, most significant byte first.</param>
    /// <param name="negative">Whether it stands for -1 - n instead of n.</param>
    public static string Of(ReadOnlySpan<byte> bytes, bool negative)
    {
        // Nine digits a group, the last ones first; three bytes are less than eight digits.
        uint[] groups = new uint[(bytes.Length / 3) + 1];
        int used = 0;
        while (!bytes.IsEmpty)
        {
            int size = ((bytes.Length - 1) % sizeof(uint)) + 1;
            uint word = 0;
            foreach (byte next in bytes[..size])
            {
                word = (word << 8) | next;
            }

            used = MultiplyAndAdd(groups, used, 1L << 32, word);
            bytes = bytes[size..];
        }

        return ToText(groups.AsSpan(0, negative ? MultiplyAndAdd(groups, used, 1, 1) : used), negative);
    }

    /// <returns>How many groups are used now.</returns>
    private static int MultiplyAndAdd(uint[] groups, int used, ulong factor, ulong addend)
    {
        for (int i = 0; i < used; i++)
        {
            ulong product = (groups[i] * factor) + addend;
            groups[i] = (uint)(product % GroupSize);
            addend = product / GroupSize;
        }

        for (; addend > 0; addend /= GroupSize)
        {
            groups[used++] = (uint)(addend % GroupSize);
        }

        return used;
    }

    private static string ToText(ReadOnlySpan<uint> groups, bool negative)
    {
        if (groups.IsEmpty)
        {
            return "0";
        }

        StringBuilder text = new(negative ? "-" : "", (groups.Length * GroupDigits) + 1);
        text.Append(groups[^1].ToString(CultureInfo.InvariantCulture));
        for (int i = groups.Length - 2; i >= 0; i--)
        {
            text.Append(groups[i].ToString("D9", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
