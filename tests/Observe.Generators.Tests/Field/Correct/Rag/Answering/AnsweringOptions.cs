namespace Atlas.Knowledge.Answering;

public sealed record AnsweringOptions
{
    public string Collection { get; init; } = "handbook";

    public string Model { get; init; } = "claude-sonnet-4-5";

    public int Candidates { get; init; } = 24;

    public int Quotes { get; init; } = 6;

    /// <summary>Hits below this are noise.</summary>
    public double LeastScore { get; init; } = 0.35;

    public int MaxRewrites { get; init; } = 3;
}
