namespace Observe;

/// <summary>One thing that a run says about itself.</summary>
/// <param name="Label">What it is, with the space or sign before the value.</param>
/// <param name="Value">The value.</param>
internal sealed record RunAttribute(string Label, string Value);
