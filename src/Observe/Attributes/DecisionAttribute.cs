namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>decision</em> of the current run; what it returns is the chosen option. The body may
/// return <see cref="Decision{T}"/> where the declaration returns <c>T</c>, to add reasoning and confidence.
/// Outside a run the body runs and nothing is recorded.
/// </summary>
/// <remarks>
/// The options are the members of the enum that the method returns, or <c>true</c> and <c>false</c> for a <c>bool</c>, both known
/// at build time; for other types <see cref="Options"/> gives them, or says that anything can be chosen.
/// </remarks>
/// <param name="name">Name of the decision. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DecisionAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the decision; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The options that were open. Default: the members of the returned enum, <c>true</c> and <c>false</c> for a bool. For any other
    /// type it must be given: names, or <c>[]</c> to say that the choice is open.
    /// </summary>
    public string[] Options { get; set; } = [];

    /// <inheritdoc cref="ToolCallAttribute.Leaf"/>
    public bool Leaf { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
