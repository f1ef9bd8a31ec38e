namespace Observe.Catalogue.Merging;

/// <summary>A name for which the sources disagree, or say something that is not used.</summary>
internal sealed record Conflict(string Kind, string Provider, string Name, string Litellm, string Genai, string Used);
