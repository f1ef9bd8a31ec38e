namespace Atlas.Knowledge.Documents;

/// <summary>One document of the knowledge base.</summary>
/// <param name="Id">Stable across versions.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Text">Plain text or Markdown.</param>
/// <param name="Changed">When somebody last changed it.</param>
public sealed record Document(string Id, string Title, string Text, DateTimeOffset Changed)
{
    /// <summary>Groups that may read it; empty means everybody.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    public bool IsReadableFor(string? group) => Readers.Count == 0 || (group is not null && Readers.Contains(group));
}

/// <summary>A part of a document that is small enough for a prompt.</summary>
public sealed record Chunk(string DocumentId, int Ordinal, string Heading, string Text)
{
    public string Key => $"{DocumentId}#{Ordinal}";
}

/// <summary>A chunk and how well it fits a question; 1 is a perfect fit.</summary>
public sealed record Hit(Chunk Chunk, double Score);

/// <summary>Where a statement of an answer comes from.</summary>
public readonly record struct Citation(int Number, string DocumentId, string Heading);

public sealed record CitedAnswer(string Question, string Text, IReadOnlyList<Citation> Citations)
{
    public static CitedAnswer Unknown(string question) => new(question, "The documents do not say.", []);

    public bool IsGrounded => Citations.Count > 0;
}
