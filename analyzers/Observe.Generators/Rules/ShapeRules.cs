using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What the generator cannot write code for. Errors, because the call would go unobserved; each has a page of its own.</summary>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor MethodNotPartial = RuleBook.Shape(
        "OBS1001", "An observed method must be partial", "'{0}' cannot be observed: it must be partial");

    public static readonly DiagnosticDescriptor TypeNotPartial = RuleBook.Shape(
        "OBS1002", "A type with an observed method must be partial", "'{0}' must be partial, because its method '{1}' is observed");

    public static readonly DiagnosticDescriptor CoreMissing = RuleBook.Shape(
        "OBS1003", "An observed method needs a body", "'{0}' has no body; write it as '{1}' in '{2}'");

    public static readonly DiagnosticDescriptor CoreDiffers = RuleBook.Shape(
        "OBS1004", "The body's signature must be that of the declaration", "'{0}' cannot be the body of '{1}': {2}");

    public static readonly DiagnosticDescriptor UnsupportedSignature = RuleBook.Shape(
        "OBS1005", "This signature cannot be observed", "'{0}' cannot be observed: {1}");

    public static readonly DiagnosticDescriptor SeveralScopes = RuleBook.Shape(
        "OBS1006", "A method is observed as one thing", "'{0}' carries both [{1}] and [{2}]; choose one");

    public static readonly DiagnosticDescriptor RoleOutsideRun = RuleBook.Shape(
        "OBS1007",
        "Only a run has an identity",
        "[{0}] belongs on a parameter of an [Observe] method; '{1}' is a [{2}] inside somebody's run");

    public static readonly DiagnosticDescriptor RoleTwice = RuleBook.Shape(
        "OBS1008", "An identity has one value", "[{0}] is on '{1}' and on '{2}'; a run has one of it");

    public static readonly DiagnosticDescriptor TagKeyMalformed = RuleBook.Shape(
        "OBS1009",
        "A tag key has letters, digits, '_', '-' and '.'",
        "The tag key '{0}' is not allowed: {1}");

    public static readonly DiagnosticDescriptor BodyOfItsOwn = RuleBook.Shape(
        "OBS1010", "An observed method must leave its implementing part to the compiler", "'{0}' has a body already; move it into '{1}'");

    public static readonly DiagnosticDescriptor DecisionWithoutOption = RuleBook.Shape(
        "OBS1011", "A decision returns what was chosen", "'{0}' is a [Decision] and must return the chosen option; it returns '{1}'");

    public static readonly DiagnosticDescriptor LanguageTooOld = RuleBook.Shape(
        "OBS1012", "Generated code needs C# 12", "'{0}' cannot be observed with C# {1}; set LangVersion to 12.0 or later, or leave it out");

    public static readonly DiagnosticDescriptor RoleUnreadable = RuleBook.Shape(
        "OBS1013", "A role needs a value when the call begins", "[{0}] cannot read '{1}': {2}");

    public static readonly DiagnosticDescriptor SensitiveRole = RuleBook.Shape(
        "OBS1014", "A sensitive value is never written", "'{0}' is or shows what is [Sensitive] and would be written as [{1}]; choose one");

    public static readonly DiagnosticDescriptor NameBlank = RuleBook.Shape(
        "OBS1015", "A scope has a name", "The name given to '{0}' is blank; leave it out to use '{1}'");

    public static readonly DiagnosticDescriptor RetryImpossible = RuleBook.Shape(
        "OBS1016", "A retry begins the call again", "'{0}' cannot be retried: {1}");

    public static readonly DiagnosticDescriptor FallbackUnusable = RuleBook.Shape(
        "OBS1017", "A fallback has the signature of the method", "'{0}' cannot fall back to '{1}': {2}");

    public static readonly DiagnosticDescriptor ConstantSenseless = RuleBook.Shape(
        "OBS1018", "A constant of an attribute makes sense", "[{0}] on '{1}' says {2}; {3}");

    public static readonly DiagnosticDescriptor PolicyTypeUnusable = RuleBook.Shape(
        "OBS1019", "A policy's type can be constructed", "'{0}' cannot be guarded by '{1}': {2}");

    public static readonly DiagnosticDescriptor PolicyWithoutScope = RuleBook.Shape(
        "OBS1020",
        "A policy stands on an observed method",
        "[{0}] guards nothing on '{1}', which is not observed; add [Observe], [Step], [ToolCall] or another scope attribute");

    public static readonly DiagnosticDescriptor DurationWithoutToken = RuleBook.Shape(
        "OBS1021",
        "A time budget needs a token to cancel",
        "MaxDurationSeconds cannot stop '{0}'; give it a CancellationToken parameter, passed by value");

    public static readonly DiagnosticDescriptor CoreNameTaken = RuleBook.Shape(
        "OBS1022",
        "The body's name belongs to the body",
        "'{0}' is {1}, and '{2}' needs a method of that name for its body; rename it");

    public static readonly DiagnosticDescriptor DecisionOpen = RuleBook.Shape(
        "OBS1023",
        "A decision says what could be chosen",
        "'{0}' chooses a '{1}', which does not say from what; name the options with Options = [\"…\"], or write Options = [] if anything can be chosen");

    public static readonly DiagnosticDescriptor NeverObserved = RuleBook.Shape(
        "OBS1024", "A scope attribute stands where a call can be observed", "[{0}] observes nothing on {1}: {2}");

    public static readonly DiagnosticDescriptor RoleUnread = RuleBook.Shape(
        "OBS1025", "A role stands on a parameter of an observed method", "[{0}] on '{1}' is read by nobody: {2}");

    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        MethodNotPartial, TypeNotPartial, CoreMissing, CoreDiffers, UnsupportedSignature, SeveralScopes, RoleOutsideRun, RoleTwice,
        TagKeyMalformed, BodyOfItsOwn, DecisionWithoutOption, LanguageTooOld, RoleUnreadable, SensitiveRole, NameBlank,
        RetryImpossible, FallbackUnusable, ConstantSenseless, PolicyTypeUnusable, PolicyWithoutScope, DurationWithoutToken,
        CoreNameTaken, DecisionOpen, NeverObserved, RoleUnread,
    ];
}
