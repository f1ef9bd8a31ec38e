namespace Observe;

/// <summary>A check of an output by a judge, usually a language model.</summary>
/// <param name="Criteria">What the output must fulfil, in words for the judge.</param>
public sealed record QualityJudgeCheck(string Criteria)
{
    /// <summary>What a failure means: <see cref="PolicyAction.Warn"/>, <see cref="PolicyAction.Block"/> (word in files: <c>error</c>) or <see cref="PolicyAction.Retry"/>. Default: warn.</summary>
    public PolicyAction Action { get; init; } = PolicyAction.Warn;

    /// <summary>Model that is to judge, for the judge to read. Default: <c>gpt-4o-mini</c>.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>A lower score fails; from 0 to 1. Default: 0.5.</summary>
    public double Threshold { get; init; } = 0.5;
}
