using Observe.Tests.Capturing;

namespace Observe.Tests.Policies;

/// <summary>What a policy is asked, made by hand.</summary>
internal static class Questions
{
    public static PolicyContext Before(
        ScopeKind kind, string name = "it", RunContext? run = null, CapturedValue? arguments = null, TimeProvider? clock = null, IEndUserDirectory? users = null) =>
        new()
        {
            Run = run ?? RunContext.Inactive,
            Point = (PolicyPoints)(1 << (int)kind),
            Phase = kind == ScopeKind.Run ? PolicyPhase.PreExecution : PolicyPhase.MidExecution,
            Kind = kind,
            Name = name,
            Arguments = Recorded(arguments),
            TimeProvider = clock ?? TimeProvider.System,
            EndUsers = users,
            IsGuardedCall = kind == ScopeKind.Run,
        };

    public static PolicyContext After(ScopeKind kind, string name = "it", RunContext? run = null, CapturedValue? result = null, Exception? error = null) =>
        new()
        {
            Run = run ?? RunContext.Inactive,
            Point = (PolicyPoints)(1 << ((int)kind + 16)),
            Phase = error is null ? PolicyPhase.PostExecution : PolicyPhase.OnFailure,
            Kind = kind,
            Name = name,
            Result = Recorded(result),
            Error = error,
            IsGuardedCall = kind == ScopeKind.Run,
        };

    public static PolicyContext Checkpoint(RunContext run, TimeProvider? clock = null) => new()
    {
        Run = run,
        Point = PolicyPoints.Checkpoint,
        Phase = PolicyPhase.MidExecution,
        Kind = ScopeKind.Run,
        Name = run.Agent,
        TimeProvider = clock ?? TimeProvider.System,
    };

    /// <summary>Calls a test's body within a real run that is governed, so that it keeps what it reports for policies.</summary>
    public static Task InRunAsync(Action<RunContext> body, RunOptions? options = null) =>
        TestObserver.TraceAsync(body, observer => observer.Policies.Add(new ScopePolicy(name: "governs")), options);

    public static RecordedValue Recorded(CapturedValue? value, Action<CaptureOptions>? configure = null) =>
        value is { } given ? new RecordedValue(Capture.Bytes(given.WriteTo, configure)) : default;
}
