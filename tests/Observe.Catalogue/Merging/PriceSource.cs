namespace Observe.Catalogue.Merging;

internal enum PriceSource
{
    Litellm,
    Genai,
}
