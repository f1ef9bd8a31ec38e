using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Sources;

/// <summary>An entry of litellm's file. Its price is null where the file has none that counts tokens of text.</summary>
internal sealed record LitellmModel(
    string Key, KnownProvider Provider, string Name, string Mode, Period? Price, bool SaysFree, bool HasZeroPrice, int? MaxInput, int? MaxOutput)
{
    /// <summary>A price that no model has: prices for a thousand or a million tokens in the place of those for one.</summary>
    public bool IsSlip => Price is { } price && (price.Base.Input > 200 || price.Base.Output > 1000 || (Mode == "embedding" && price.Base.Input > 10));

    public bool IsBare => !Key.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether its calls are counted in tokens of text, so that the price says what a call costs.</summary>
    public bool CountsText => Mode is "chat" or "responses" or "completion" or "embedding";
}
