using System.Text;
using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Writing;

/// <summary>
/// The names in order, 16 to a line. A name is one digit for how many characters it has in common with the name before it, the other
/// characters, and its records: after a space the one record of a name that needs no provider, after <c>!</c> a digit (twice their
/// number, and one more when the first needs no provider) and the records. A record is a digit for the provider, two for the prices,
/// two for twice the window, and one more when longer names mean the same model.
/// </summary>
internal static class NameBlocks
{
    private const int NamesOfBlock = 16;

    public static string Write(IReadOnlyList<Row> rows, Func<Row, int> priceOf, Func<Row, int> windowOf)
    {
        StringBuilder text = new();
        IGrouping<string, Row>[] names = [.. rows.GroupBy(row => row.Name).OrderBy(name => name.Key, StringComparer.Ordinal)];
        string before = "";
        for (int i = 0; i < names.Length; i++)
        {
            if (i % NamesOfBlock == 0)
            {
                text.Append(i == 0 ? "" : "\n");
                before = "";
            }

            string name = names[i].Key;
            int shared = before.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count();
            text.Append(Digits.One(shared)).Append(name.AsSpan(shared));
            Row[] same = [.. names[i]];
            bool isBare = same[0].IsBare;
            text.Append(isBare && same.Length == 1 ? " " : "!" + Digits.One((same.Length * 2) + (isBare ? 1 : 0)));
            foreach (Row row in same)
            {
                text.Append(Digits.One(KnownProviders.IndexOf(row.Provider))).Append(Digits.Two(priceOf(row)))
                    .Append(Digits.Two((windowOf(row) * 2) + (row.IsPrefix ? 1 : 0)));
            }

            before = name;
        }

        return text.ToString();
    }
}
