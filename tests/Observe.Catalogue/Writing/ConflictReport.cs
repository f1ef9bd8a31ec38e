using System.Globalization;
using System.Text;
using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Writing;

/// <summary>Says, for whoever refreshes the prices, what the two files disagree on and which was believed.</summary>
internal static class ConflictReport
{
    public static string Write(CatalogueBuilder builder, FiguresFile figures)
    {
        StringBuilder report = new();
        report.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # Where the two price files disagree

            Written by `tests/Observe.Catalogue` together with `src/Observe/Models/CatalogueFigures.g.cs`; not edited by hand. The catalogue
            has {figures.NameCount} names and {figures.RecordCount} records (a name at a provider), {figures.PricedCount} of them with a price. Where both files have a name,
            {builder.Merge.Agreements} records agree on input and output and {builder.Merge.Conflicts.Count} need the decisions below. Prices are US dollars for one million
            tokens: input / output / cache read / cache write / cache write for one hour.

            """));
        foreach ((string kind, string title, string rule) in s_kinds)
        {
            Conflict[] rows = [.. builder.Merge.Conflicts.Where(conflict => conflict.Kind == kind)
                .OrderBy(conflict => conflict.Provider, StringComparer.Ordinal).ThenBy(conflict => conflict.Name, StringComparer.Ordinal)];
            report.Append(CultureInfo.InvariantCulture, $"\n## {title} ({rows.Length})\n\n{rule}\n\n");
            report.Append("| provider | name | litellm | genai-prices | used |\n|---|---|---|---|---|\n");
            foreach (Conflict row in rows)
            {
                report.Append(CultureInfo.InvariantCulture, $"| {row.Provider} | `{row.Name}` | {row.Litellm} | {row.Genai} | {row.Used} |\n");
            }
        }

        return report.ToString();
    }

    private static readonly (string Kind, string Title, string Rule)[] s_kinds =
    [
        ("price", "Other input or output", "The exact name of litellm wins over a rule of genai-prices."),
        ("dated", "A dated list and one of its prices", "The dated list of genai-prices wins: it has the price of litellm on some day."),
        ("dated, but of another price", "A dated list without litellm's price", "litellm wins: the list is of another model, or has been overtaken."),
        ("time of day", "Prices by time of day", "litellm wins. The catalogue knows no hours; a name that only genai-prices has gets the price of the day."),
        ("cache or tier", "Same input and output, other cache prices or tiers", "litellm wins; what it lacks is filled in."),
        ("zero", "Nothing, or not known", "A zero of litellm is no price unless the model runs at home, is named free, or is free for genai-prices, too."),
        ("slip", "Prices that no model has", "Above 200 for input or 1000 for output (10 for vectors) a price is taken for one of a thousand or a million tokens, and not used."),
    ];
}
