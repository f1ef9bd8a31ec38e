using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Sources;

/// <summary>An entry of the file of genai-prices. Its prices are null where it has none that count tokens of text.</summary>
internal sealed record GenaiModel(string Provider, string Id, NamePattern Match, PriceList? Prices, bool IsTimeOfDay, bool IsFreeByOmission, int? ContextWindow);
