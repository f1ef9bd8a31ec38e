using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What goes wrong between observed methods and the code that calls them: lifetimes, threads, exceptions.</summary>
internal static class FlowRules
{
    public static readonly DiagnosticDescriptor ViolationSwallowed = RuleBook.Use(
        "OBS2010",
        "A block by a policy is not swallowed",
        "When a policy blocks '{0}', nobody learns of it: this catch ignores every exception; catch PolicyViolationException before it");

    public static readonly DiagnosticDescriptor DisposedSynchronously = RuleBook.Use(
        "OBS2012",
        "In asynchronous code a run is disposed asynchronously",
        "This run is disposed synchronously in asynchronous code; write 'await using'");

    public static readonly DiagnosticDescriptor BodyCalled = RuleBook.Use(
        "OBS2016",
        "A body is called through its declaration",
        "'{0}' is the body of '{1}'; called directly, it is neither recorded nor governed: call '{1}'");

    public static readonly DiagnosticDescriptor BlockedOn = RuleBook.Use(
        "OBS2017",
        "An observed asynchronous method is awaited",
        "'{1}' blocks a thread until '{0}' has ended; await it");

    public static readonly DiagnosticDescriptor AsyncBodyRunSynchronously = RuleBook.Use(
        "OBS2019",
        "An asynchronous body is run by RunAsync",
        "The body is asynchronous, and 'Run' ends its run where the body waits first; use RunAsync");

    public static readonly DiagnosticDescriptor ContextNeverFilled = RuleBook.Use(
        "OBS2021",
        "The body asks for the RunContext",
        "Nobody fills '{0}': it stays what its default says; take it out of the declaration and ask for it in the body, '{1}'");

    public static readonly DiagnosticDescriptor IdentityNotMarked = RuleBook.Use(
        "OBS2022",
        "A parameter that identifies a run says so",
        "'{0}' is recorded as an argument only; mark it [{1}], so that runs are found by it",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ApprovalAutomatic = RuleBook.Use(
        "OBS2023",
        "Approvals are given by somebody",
        "'{0}' {1} every request without asking anybody; it is for tests");

    /// <summary>Every rule of this class, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        ViolationSwallowed, DisposedSynchronously, BodyCalled, BlockedOn, AsyncBodyRunSynchronously, ContextNeverFilled,
        IdentityNotMarked, ApprovalAutomatic,
    ];
}
