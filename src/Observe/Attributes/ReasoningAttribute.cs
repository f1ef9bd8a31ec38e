namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>reasoning</em> of the current run: a thought, with evidence and conclusion. They are the
/// members named so of what the method returns (see <see cref="Thought"/>); a returned text is the thought. Outside a run the body
/// runs and nothing is recorded.
/// </summary>
/// <param name="name">What is being thought about. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ReasoningAttribute(string? name = null) : Attribute
{
    /// <summary>What is being thought about; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <inheritdoc cref="ToolCallAttribute.Leaf"/>
    public bool Leaf { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
