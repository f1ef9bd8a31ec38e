namespace Observe;

/// <summary>A task that a run gave to another agent.</summary>
/// <param name="Agent">Name of the other agent.</param>
/// <param name="Task">What it is to do.</param>
public sealed record Delegation(string Agent, string Task = "");
