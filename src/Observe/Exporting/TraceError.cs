namespace Observe;

/// <summary>What a run or a scope threw.</summary>
/// <param name="Type">Full name of the exception's type.</param>
/// <param name="Message">Message of the exception.</param>
/// <param name="StackTrace">
/// Stack from the throw to the innermost observed call, or null for the outer ones that the same exception went through.
/// </param>
public sealed record TraceError(string Type, string Message, string? StackTrace);
