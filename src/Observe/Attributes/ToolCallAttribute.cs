namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>tool call</em> of the current run: arguments, result, duration, status and error are
/// recorded. Outside a run the body runs and nothing is recorded.
/// </summary>
/// <param name="name">Name of the tool. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ToolCallAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the tool; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <summary>What kind of tool it is: one of <see cref="ToolTypes"/> or any other text. Default: <c>"function"</c>.</summary>
    public string ToolType { get; set; } = ToolTypes.Function;

    /// <summary>
    /// States that the body calls nothing that is observed. Such a scope costs no allocation, because it need not become the
    /// current scope; should it call something observed after all, that hangs on the enclosing scope. Default: false.
    /// </summary>
    public bool Leaf { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
