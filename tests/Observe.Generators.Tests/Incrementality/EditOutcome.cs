using Microsoft.CodeAnalysis;

namespace Observe.Generators.Tests.Incrementality;

/// <summary>What an edit made the generator do.</summary>
internal sealed class EditOutcome(GeneratorRunResult before, GeneratorRunResult after)
{
    /// <summary>Reasons of the model step, one for each type.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Models { get; } = Reasons(after, StepNames.Models);

    /// <summary>Reasons of the diagnostics step, one for each error.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Diagnostics { get; } = Reasons(after, StepNames.Diagnostics);

    /// <summary>Reasons of the outputs, sources and errors.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Outputs { get; } =
        [.. after.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>Sources that are the same object as before the edit.</summary>
    public int ReusedSources { get; } = after.GeneratedSources.Count(source => before.GeneratedSources.Any(old => ReferenceEquals(old.SourceText, source.SourceText)));

    public int Sources { get; } = after.GeneratedSources.Length;

    /// <summary>Lines on which errors are shown, from 0.</summary>
    public IReadOnlyList<int> ErrorLines { get; } = [.. after.Diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)];

    public bool IsUntouched => Outputs.All(static reason => reason == IncrementalStepRunReason.Cached) && ReusedSources == Sources;

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs)
            ? [.. runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason).Where(static reason => reason != IncrementalStepRunReason.Removed)]
            : [];
}
