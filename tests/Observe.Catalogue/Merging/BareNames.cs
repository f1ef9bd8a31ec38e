namespace Observe.Catalogue.Merging;

/// <summary>Decides which provider a name means that comes without one.</summary>
internal static class BareNames
{
    /// <summary>
    /// It is the provider to whose family of models the name belongs, else the one for which litellm has the name without a provider,
    /// else the only one that has the name. A name of a family whose provider does not have it means nobody: others resell it.
    /// </summary>
    public static IEnumerable<Row> Mark(IEnumerable<Row> rows, HashSet<(string Provider, string Name)> bareAtLitellm)
    {
        foreach (IGrouping<string, Row> same in rows.GroupBy(row => row.Name).OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            Row[] ordered = [.. same.OrderBy(row => KnownProviders.IndexOf(row.Provider))];
            bool hasFamily = KnownProviders.All.Any(provider => provider.HasModel(same.Key));
            Row? bare = ordered.FirstOrDefault(row => row.Provider.HasModel(row.Name))
                ?? ordered.FirstOrDefault(row => bareAtLitellm.Contains((row.Provider.Name, row.Name)))
                ?? (ordered.Length == 1 && !hasFamily ? ordered[0] : null);
            foreach (Row row in ordered.OrderBy(row => row != bare))
            {
                yield return row with { IsBare = row == bare };
            }
        }
    }
}
