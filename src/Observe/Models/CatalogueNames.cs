namespace Observe.Models;

/// <summary>
/// The names of the catalogue, searched where they lie: sorted, 16 to a line, each without what it shares with the name before it.
/// Nothing is unpacked and nothing is allocated but where the lines begin.
/// </summary>
internal static class CatalogueNames
{
    /// <summary>The provider of a name that came without one.</summary>
    public const int AnyProvider = -1;

    /// <summary>No name is longer.</summary>
    public const int MaxLength = 92;

    private const int RecordLength = 5;

    private static readonly int[] s_starts = LineIndex.Of(CatalogueFigures.Names);

    /// <summary>Finds a name exactly.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="provider">The provider, or <see cref="AnyProvider"/> for the one that the name means by itself.</param>
    /// <param name="record">What it means there.</param>
    public static bool TryFind(ReadOnlySpan<byte> name, int provider, out CatalogueRecord record)
    {
        record = default;
        if (name.Length is 0 or > MaxLength)
        {
            return false;
        }

        int low = 0;
        int high = s_starts.Length - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (FirstNameOf(middle).SequenceCompareTo(name) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return TryFindIn(LineIndex.Line(CatalogueFigures.Names, s_starts, low), name, provider, out record);
    }

    private static ReadOnlySpan<byte> FirstNameOf(int line)
    {
        ReadOnlySpan<byte> text = LineIndex.Line(CatalogueFigures.Names, s_starts, line)[1..];
        return text[..text.IndexOfAny((byte)' ', (byte)'!')];
    }

    private static bool TryFindIn(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, int provider, out CatalogueRecord record)
    {
        // How far the name has been found to agree with the one before: what follows can be told from that without putting it together.
        int agreed = 0;
        while (!line.IsEmpty)
        {
            int shared = Digit(line[0]);
            line = line[1..];
            int length = line.IndexOfAny((byte)' ', (byte)'!');
            ReadOnlySpan<byte> rest = line[..length];
            bool hasCount = line[length] == '!';
            int count = hasCount ? Digit(line[length + 1]) : 3;
            ReadOnlySpan<byte> records = line[(length + (hasCount ? 2 : 1))..];
            int recordsLength = count / 2 * RecordLength;
            if (shared < agreed)
            {
                break;
            }

            if (shared == agreed)
            {
                int more = rest.CommonPrefixLength(name[agreed..]);
                agreed += more;
                if (more == rest.Length && agreed == name.Length)
                {
                    return TryPick(records[..recordsLength], (count & 1) != 0, provider, out record);
                }
            }

            line = records[recordsLength..];
        }

        record = default;
        return false;
    }

    private static bool TryPick(ReadOnlySpan<byte> records, bool isFirstBare, int provider, out CatalogueRecord record)
    {
        for (int i = 0; i < records.Length; i += RecordLength)
        {
            ReadOnlySpan<byte> text = records.Slice(i, RecordLength);
            int owner = Digit(text[0]);
            if (provider == AnyProvider ? isFirstBare : owner == provider)
            {
                int window = Digits(text[3..]);
                record = new CatalogueRecord(owner, Digits(text[1..]), window / 2, (window & 1) != 0);
                return true;
            }

            if (provider == AnyProvider)
            {
                break;
            }
        }

        record = default;
        return false;
    }

    private static int Digit(byte letter) => letter - '#';

    private static int Digits(ReadOnlySpan<byte> two) => (Digit(two[0]) * 92) + Digit(two[1]);
}
