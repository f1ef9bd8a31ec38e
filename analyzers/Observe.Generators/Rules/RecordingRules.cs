using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What goes wrong where runs are recorded by hand, or described by constants.</summary>
internal static class RecordingRules
{
    public static readonly DiagnosticDescriptor NameBlank = RuleBook.Use(
        "OBS2004", "A name given by hand is not blank", "'{0}' is given a blank {1}: {2}");

    public static readonly DiagnosticDescriptor NameShared = RuleBook.Use(
        "OBS2005",
        "A name means one thing",
        "\"{0}\" is the name of '{1}' already, and traces cannot tell the two apart; give '{2}' another");

    public static readonly DiagnosticDescriptor TagKeyMalformed = RuleBook.Use(
        "OBS2006",
        "A tag key given by hand has letters, digits, '_', '-' and '.'",
        "The tag key '{0}' is not allowed, so nothing is set: {1}");

    public static readonly DiagnosticDescriptor ValueMistyped = RuleBook.Use(
        "OBS2007", "A value has the type that it is used as", "'{0}' is given {1}");

    public static readonly DiagnosticDescriptor NumberOutOfRange = RuleBook.Use(
        "OBS2008", "A number lies in its range", "{0} = {1} {2}");

    public static readonly DiagnosticDescriptor PolicyResultIgnored = RuleBook.Use(
        "OBS2009",
        "A policy's answer is looked at",
        "The answer of '{0}' is not looked at, so nothing is stopped; test Allowed or Blocked");

    public static readonly DiagnosticDescriptor RecordedTwice = RuleBook.Use(
        "OBS2013", "A call is recorded once", "[{0}] on '{1}' records this already; {2}");

    public static readonly DiagnosticDescriptor ResultMissing = RuleBook.Use(
        "OBS2024",
        "A run by hand has a result",
        "The run that '{0}' starts {1}, and its trace shows no answer; call SetResult",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor OptionsDiffer = RuleBook.Use(
        "OBS2025", "The options of a decision are those that its body returns", "The option \"{0}\" {1}");

    public static readonly DiagnosticDescriptor OptionUnknown = RuleBook.Use(
        "OBS2026", "A decision by hand chooses one of its options", "{0}");

    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NameBlank, NameShared, TagKeyMalformed, ValueMistyped, NumberOutOfRange, PolicyResultIgnored, RecordedTwice, ResultMissing,
        OptionsDiffer, OptionUnknown,
    ];
}
