namespace Observe.Catalogue.Merging;

internal sealed record Tier(long Above, Price Price);
