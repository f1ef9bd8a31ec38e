using System.Text.RegularExpressions;

namespace Observe;

/// <summary>A pattern of one's own that a <see cref="ContentPolicy"/> looks for.</summary>
/// <param name="Name">
/// What it finds, in reasons and as mark in masked texts: <c>CUSTOMER_NUMBER</c> gives <c>##CUSTOMER_NUMBER##</c>. Capital letters A
/// to Z, digits and <c>_</c>, at most 64.
/// </param>
/// <param name="Expression">The pattern; with <see cref="RegexOptions.NonBacktracking"/> or a time-out, so that no text can keep it busy.</param>
/// <param name="Action">What happens when it is found: <see cref="PolicyAction.Warn"/>, <see cref="PolicyAction.Redact"/> or <see cref="PolicyAction.Block"/>.</param>
public sealed record ContentPattern(string Name, Regex Expression, PolicyAction Action = PolicyAction.Warn);
