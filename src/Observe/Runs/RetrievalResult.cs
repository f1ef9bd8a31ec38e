namespace Observe;

/// <summary>One document that a retrieval found.</summary>
/// <param name="RelevanceScore">How well it fits, usually from 0 to 1; null when it is not known.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Collection">Collection (index) that was searched.</param>
/// <param name="Date">When it was written or last changed; null when it is not known.</param>
public sealed record RetrievalResult(double? RelevanceScore = null, string Source = "", string Collection = "", DateTimeOffset? Date = null);
