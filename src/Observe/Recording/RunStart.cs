using Observe.CompilerServices;

namespace Observe.Recording;

/// <summary>Who runs, for whom: everything that is known when a run begins.</summary>
internal readonly struct RunStart
{
    public required string Agent { get; init; }

    public required string Workflow { get; init; }

    public string? SessionId { get; init; }

    public string? UserId { get; init; }

    public string? EndUserId { get; init; }

    public string? UserGroup { get; init; }

    public string? AnonymousId { get; init; }

    public ActivityTraceId? TraceId { get; init; }

    /// <summary>Whether the observer's policies are asked.</summary>
    public bool EnforcePolicy { get; init; }

    /// <summary>Whether each step is a checkpoint; null is what the observer says.</summary>
    public bool? MidExecutionGovernance { get; init; }

    public IApprovalHandler? ApprovalHandler { get; init; }

    /// <summary>Call-time values win over those of the attribute, these over those of the outer run.</summary>
    public static RunStart From(ScopeDescriptor descriptor, in RunIdentity identity, RunContext? outer) => new()
    {
        Agent = descriptor.Name,
        Workflow = descriptor.Workflow,
        SessionId = identity.SessionId ?? descriptor.SessionId ?? outer?.SessionId,
        UserId = identity.UserId ?? descriptor.UserId ?? outer?.UserId,
        EndUserId = identity.EndUserId ?? descriptor.EndUserId ?? outer?.EndUserId,
        UserGroup = identity.UserGroup ?? descriptor.UserGroup ?? outer?.UserGroup,
        AnonymousId = string.IsNullOrWhiteSpace(identity.AnonymousId) ? outer?.AnonymousId : identity.AnonymousId,
        EnforcePolicy = descriptor.EnforcePolicy,
        MidExecutionGovernance = descriptor.MidExecutionGovernance ? true : outer?.OwnMidExecutionGovernance,
        ApprovalHandler = outer?.ApprovalHandler,
    };

    public static RunStart From(string agent, RunOptions? options, RunContext? outer) => new()
    {
        Agent = agent,
        Workflow = options?.Workflow ?? RunOptions.DefaultWorkflow,
        SessionId = options?.SessionId ?? outer?.SessionId,
        UserId = options?.UserId ?? outer?.UserId,
        EndUserId = options?.EndUserId ?? outer?.EndUserId,
        UserGroup = options?.UserGroup ?? outer?.UserGroup,
        AnonymousId = options?.AnonymousId ?? outer?.AnonymousId,
        TraceId = options?.TraceId,
        EnforcePolicy = options?.EnforcePolicy ?? true,
        MidExecutionGovernance = options?.MidExecutionGovernance ?? outer?.OwnMidExecutionGovernance,
        ApprovalHandler = options?.ApprovalHandler ?? outer?.ApprovalHandler,
    };
}
