namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>step</em> of the current run, its result the output of the step.
/// Outside a run the body runs and nothing is recorded.
/// </summary>
/// <param name="name">Name of the step. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StepAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the step; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <inheritdoc cref="ToolCallAttribute.Leaf"/>
    public bool Leaf { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
