namespace Observe;

/// <summary>What a judge is asked about an output.</summary>
public sealed record QualityCheck
{
    /// <summary>What the output must fulfil; see <see cref="QualityJudgeCheck.Criteria"/>.</summary>
    public required string Criteria { get; init; }

    /// <summary>Model that is to judge; see <see cref="QualityJudgeCheck.Model"/>.</summary>
    public required string Model { get; init; }

    /// <summary>A lower score fails; see <see cref="QualityJudgeCheck.Threshold"/>.</summary>
    public required double Threshold { get; init; }

    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The captured arguments as JSON; empty when none were captured.</summary>
    public required string Input { get; init; }

    /// <summary>The output: the text that the run returned, or the result as JSON.</summary>
    public required string Output { get; init; }
}
