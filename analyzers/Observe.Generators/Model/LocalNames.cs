namespace Observe.Generators.Model;

/// <summary>Names of the locals of generated methods; none is the name of a parameter.</summary>
internal sealed record LocalNames
{
    public required string Call { get; init; }

    public required string Arguments { get; init; }

    /// <summary>What the body returned and is not over yet.</summary>
    public required string Pending { get; init; }

    public required string Exception { get; init; }

    public required string Report { get; init; }

    public required string Conversation { get; init; }

    public required string Message { get; init; }

    public required string Admission { get; init; }

    /// <summary>The context that a private method hands on to the body.</summary>
    public required string Run { get; init; }

    /// <summary>The token of one enumeration of a stream.</summary>
    public required string Enumeration { get; init; }

    public required string Item { get; init; }

    public required string Retry { get; init; }

    public required string Result { get; init; }
}
