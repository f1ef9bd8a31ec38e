namespace Observe.Models;

/// <summary>What a name means at one provider: indexes into the other tables of the catalogue; zero is unknown for prices and window.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Prices">The line with the prices.</param>
/// <param name="Window">The line with the sizes of prompt and answer.</param>
/// <param name="IsPrefix">Whether the source says that longer names mean the same model.</param>
internal readonly record struct CatalogueRecord(int Provider, int Prices, int Window, bool IsPrefix);
