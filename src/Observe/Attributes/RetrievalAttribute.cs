namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>retrieval</em> of the current run: a search for documents. Query, number of documents
/// asked for, source, documents and scores are taken from the captured arguments and the result, as far as they are there. Outside a
/// run the body runs and nothing is recorded.
/// </summary>
/// <remarks>
/// The query is the parameter named <c>query</c>, <c>question</c>, <c>search</c>, <c>text</c>, <c>prompt</c>, <c>input</c> or <c>q</c>,
/// else the only string parameter besides the source. The number of documents is the integer parameter named <c>topK</c>, <c>top</c>, <c>k</c>,
/// <c>limit</c>, <c>count</c>, <c>take</c> or <c>maxResults</c>. The documents are what the method returns; a score is the numeric
/// member of a document named <c>Score</c>, <c>Relevance</c>, <c>RelevanceScore</c>, <c>Similarity</c> or <c>Distance</c>. Of several
/// names the first one counts, whatever the case of its letters; what is <see cref="SensitiveAttribute"/>,
/// <see cref="NotCapturedAttribute"/> or not captured is not taken.
/// </remarks>
/// <param name="name">Name of the retrieval. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RetrievalAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the retrieval; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <summary>Where is searched: an index, a collection, a store. Default: the string parameter named <c>source</c>, <c>collection</c> or <c>index</c>, else none.</summary>
    public string? Source { get; set; }

    /// <inheritdoc cref="ToolCallAttribute.Leaf"/>
    public bool Leaf { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
