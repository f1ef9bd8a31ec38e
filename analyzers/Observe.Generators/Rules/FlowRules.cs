using Microsoft.CodeAnalysis;

namespace Observe.Generators.Rules;

/// <summary>What goes wrong between observed methods and the code that calls them: lifetimes, threads, exceptions.</summary>
internal static class FlowRules
{
    public static readonly DiagnosticDescriptor ObserverTooLate = RuleBook.Use(
        "OBS2001",
        "The observer starts before the first observed call",
        "'{0}' is called before the observer starts, so nothing of it is recorded; start the observer first");

    public static readonly DiagnosticDescriptor ObserverTwice = RuleBook.Use(
        "OBS2002",
        "A process has one observer",
        "The process has an observer already and this throws; dispose that one first, or use Observer.Create and Activate");

    public static readonly DiagnosticDescriptor ObserverNotDisposed = RuleBook.Use(
        "OBS2003",
        "An observer is disposed at the end",
        "{0}, so the last runs may be lost; {1}");

    public static readonly DiagnosticDescriptor ViolationSwallowed = RuleBook.Use(
        "OBS2010",
        "A block by a policy is not swallowed",
        "When a policy blocks '{0}', nobody learns of it: this catch ignores every exception; catch PolicyViolationException before it");

    public static readonly DiagnosticDescriptor ContextOutlivesRun = RuleBook.Use(
        "OBS2011",
        "A RunContext does not outlive its run",
        "'{0}' {1}, so it may be used when its run has ended and nothing is recorded any more; {2}");

    public static readonly DiagnosticDescriptor DisposedSynchronously = RuleBook.Use(
        "OBS2012",
        "In asynchronous code a run is disposed asynchronously",
        "This run is disposed synchronously in asynchronous code; write 'await using'");

    public static readonly DiagnosticDescriptor ScopesWithoutRun = RuleBook.Use(
        "OBS2014",
        "A scope belongs to a run",
        "Nothing in this program begins a run, so [{0}] records nothing; put [Observe] on the method that is the agent",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor PartlyObserved = RuleBook.Use(
        "OBS2015",
        "Every public method of an agent is observed",
        "{0} of {1} public methods of '{2}' are not observed: {3}; put [Observe] on what does an agent's work",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor BodyCalled = RuleBook.Use(
        "OBS2016",
        "A body is called through its declaration",
        "'{0}' is the body of '{1}'; called directly, it is neither recorded nor governed: call '{1}'");

    public static readonly DiagnosticDescriptor BlockedOn = RuleBook.Use(
        "OBS2017",
        "An observed asynchronous method is awaited",
        "'{1}' blocks a thread until '{0}' has ended; await it");

    public static readonly DiagnosticDescriptor ScopeAfterYield = RuleBook.Use(
        "OBS2018",
        "After a yield the current run is the consumer's",
        "Between two items of an iterator the current run is its consumer's, so '{0}' is not about this one; {1}");

    public static readonly DiagnosticDescriptor AsyncBodyRunSynchronously = RuleBook.Use(
        "OBS2019",
        "An asynchronous body is run by RunAsync",
        "The body is asynchronous, and 'Run' ends its run where the body waits first; use RunAsync");

    public static readonly DiagnosticDescriptor CurrentRunAssumed = RuleBook.Use(
        "OBS2020",
        "Outside a run there is no current one",
        "RunContext.Current is null outside a run, and '{0}' then throws; write '?.'");

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
        ObserverTooLate, ObserverTwice, ObserverNotDisposed, ViolationSwallowed, ContextOutlivesRun, DisposedSynchronously, ScopesWithoutRun,
        PartlyObserved, BodyCalled, BlockedOn, ScopeAfterYield, AsyncBodyRunSynchronously, CurrentRunAssumed, ContextNeverFilled,
        IdentityNotMarked, ApprovalAutomatic,
    ];
}
