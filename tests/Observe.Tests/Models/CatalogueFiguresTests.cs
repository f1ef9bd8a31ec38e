using System.Globalization;
using System.Text;
using Observe.Models;

namespace Observe.Tests.Models;

/// <summary>Reads the whole checked-in catalogue with a reader of its own and compares what the library answers.</summary>
public sealed class CatalogueFiguresTests
{
    private static readonly string[] s_providers = Lines(CatalogueFigures.Providers);
    private static readonly string[] s_prices = Lines(CatalogueFigures.Prices);
    private static readonly string[] s_windows = Lines(CatalogueFigures.Windows);
    private static readonly List<Entry> s_entries = [.. Entries()];

    [Fact]
    public void It_has_as_many_names_and_records_as_it_says()
    {
        Assert.Equal(CatalogueFigures.NameCount, s_entries.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal(CatalogueFigures.RecordCount, s_entries.Count);
        Assert.Equal(CatalogueFigures.PricedCount, s_entries.Count(entry => entry.Prices.Length != 0));
        Assert.InRange(CatalogueFigures.PricedCount, 3000, int.MaxValue);
    }

    [Fact]
    public void It_stays_small()
    {
        int bytes = CatalogueFigures.Sources.Length + CatalogueFigures.Providers.Length + CatalogueFigures.Prices.Length +
            CatalogueFigures.Windows.Length + CatalogueFigures.Names.Length;

        Assert.InRange(bytes, 1, 80_000);
    }

    [Fact]
    public void Its_names_are_sorted_in_lower_case_and_short_enough()
    {
        string[] names = [.. s_entries.Select(entry => entry.Name).Distinct()];

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.Equal(name.ToLowerInvariant(), name));
        Assert.All(names, name => Assert.InRange(name.Length, 1, CatalogueNames.MaxLength));
    }

    [Fact]
    public void No_name_means_two_things_at_one_provider()
    {
        Assert.Equal(s_entries.Count, s_entries.Select(entry => (entry.Name, entry.Provider)).Distinct().Count());
    }

    [Fact]
    public void Every_price_and_every_window_is_used()
    {
        Assert.Equal(s_prices.Length - 1, s_entries.Select(entry => entry.Prices).Where(text => text.Length != 0).Distinct().Count());
        Assert.Equal(s_windows.Length - 1, s_entries.Select(entry => entry.Window).Where(text => text.Length != 0).Distinct().Count());
    }

    [Fact]
    public void Every_name_is_found_at_its_provider_with_the_prices_and_sizes_that_are_written_there()
    {
        foreach (Entry entry in s_entries)
        {
            CataloguedModel? found = new ModelCatalogue(null).Find(entry.Name, entry.Provider);

            Assert.Equal((entry.Name, entry.Provider), (found?.Name, found?.Provider));
            Assert.Equal(entry.Prices, Written(found!));
            Assert.Equal(entry.Window, found!.MaxInputTokens is null && found.MaxOutputTokens is null ? "" : $"{found.MaxInputTokens}/{found.MaxOutputTokens}");
        }
    }

    [Fact]
    public void A_name_that_means_a_provider_by_itself_is_found_without_one()
    {
        Entry[] bare = [.. s_entries.Where(entry => entry.IsBare && !entry.Name.Contains('/', StringComparison.Ordinal))];

        Assert.NotEmpty(bare);
        Assert.All(bare, entry => Assert.Equal((entry.Name, entry.Provider), NameAndProvider(ModelCatalogue.Default.Find(entry.Name))));
    }

    [Fact]
    public void Prices_are_plausible()
    {
        foreach (ModelPrice price in s_entries.Where(entry => entry.Prices.Length != 0).SelectMany(entry => ModelCatalogue.Default.Find(entry.Name, entry.Provider)!.Prices))
        {
            Assert.InRange(price.InputPerMillion, 0, 200);
            Assert.InRange(price.OutputPerMillion, 0, 1000);
            Assert.False(price.CacheReadPerMillion > price.InputPerMillion, price.Model);
            Assert.All(price.Tiers, tier => Assert.False(tier.InputPerMillion < price.InputPerMillion, price.Model));
            Assert.True(price.CacheWriteOneHourPerMillion is null || price.CacheWriteOneHourPerMillion == price.InputPerMillion * 2, price.Model);
        }
    }

    [Fact]
    public void Names_that_are_not_there_are_not_found()
    {
        foreach (Entry entry in s_entries)
        {
            byte[] longer = Encoding.ASCII.GetBytes(entry.Name + "\u0001");
            Assert.False(CatalogueNames.TryFind(longer, CatalogueNames.AnyProvider, out _));
        }

        Assert.False(CatalogueNames.TryFind("!"u8, 0, out _));
        Assert.False(CatalogueNames.TryFind("~~~~"u8, 0, out _));
        Assert.False(CatalogueNames.TryFind(default, 0, out _));
    }

    private static (string?, string?) NameAndProvider(CataloguedModel? model) => (model?.Name, model?.Provider);

    private static IEnumerable<Entry> Entries()
    {
        foreach (string line in Lines(CatalogueFigures.Names))
        {
            string before = "";
            int at = 0;
            while (at < line.Length)
            {
                int end = line.IndexOfAny([' ', '!'], at + 1);
                string name = before[..Digit(line[at])] + line[(at + 1)..end];
                int count = line[end] == ' ' ? 3 : Digit(line[end + 1]);
                at = line[end] == ' ' ? end + 1 : end + 2;
                for (int i = 0; i < count / 2; i++, at += 5)
                {
                    yield return new Entry(
                        name,
                        s_providers[Digit(line[at])].Split('|')[0],
                        s_prices[(Digit(line[at + 1]) * 92) + Digit(line[at + 2])],
                        s_windows[((Digit(line[at + 3]) * 92) + Digit(line[at + 4])) / 2],
                        i == 0 && count % 2 == 1);
                }

                before = name;
            }
        }
    }

    /// <summary>The prices of a model, written as the catalogue writes them.</summary>
    private static string Written(CataloguedModel model)
    {
        if (model.Prices.Count == 0)
        {
            return "";
        }

        string source = model.Prices[0].Source.StartsWith("litellm", StringComparison.Ordinal) ? "a" : "b";
        return source + string.Concat(model.Prices.Select(price =>
            (price.ValidFrom is { } from ? from.ToString("'@'yyyyMMdd':'", CultureInfo.InvariantCulture) : "") +
            Figures(price.InputPerMillion, price.OutputPerMillion, price.CacheReadPerMillion, price.CacheWritePerMillion, price.CacheWriteOneHourPerMillion) +
            string.Concat(price.Tiers.Select(tier => $">{tier.AboveInputTokens}:" + Figures(
                tier.InputPerMillion, tier.OutputPerMillion, tier.CacheReadPerMillion, tier.CacheWritePerMillion, tier.CacheWriteOneHourPerMillion)))));
    }

    private static string Figures(params decimal?[] figures) => string.Join('/', figures.Select(figure =>
        figure == 0 ? "0" : figure?.ToString("#.############", CultureInfo.InvariantCulture))).TrimEnd('/');

    private static string[] Lines(ReadOnlySpan<byte> text) => Encoding.ASCII.GetString(text).Split('\n');

    private static int Digit(char letter) => letter - '#';

    private sealed record Entry(string Name, string Provider, string Prices, string Window, bool IsBare);
}
