namespace Observe;

/// <summary>What is known about a run that is started by hand. Session, user, end user and group default to those of the outer run.</summary>
public sealed class RunOptions
{
    internal const string DefaultWorkflow = "default";

    /// <summary>Name of the workflow. Default: <c>"default"</c>.</summary>
    public string Workflow { get; set; } = DefaultWorkflow;

    /// <summary>Session (conversation) that the run belongs to.</summary>
    public string? SessionId { get; set; }

    /// <summary>Operator on whose behalf the agent works.</summary>
    public string? UserId { get; set; }

    /// <summary>Customer of the operator.</summary>
    public string? EndUserId { get; set; }

    /// <summary>Group of the user.</summary>
    public string? UserGroup { get; set; }

    /// <summary>Visitor who is not known by name.</summary>
    public string? AnonymousId { get; set; }

    /// <summary>What goes into the run, recorded as its arguments. Default: nothing.</summary>
    public CapturedValue Inputs { get; set; }

    /// <summary>Metadata of the run from its beginning. Default: none.</summary>
    public IDictionary<string, CapturedValue> Metadata { get; } = new Dictionary<string, CapturedValue>();

    /// <summary>Trace that the run continues, from another system, as 32 hexadecimal digits (W3C trace context). Default: that of the outer run, else a new one.</summary>
    public ActivityTraceId? TraceId { get; set; }

    /// <summary>Whether the observer's policies are asked before the run and during it. Default: true.</summary>
    public bool EnforcePolicy { get; set; } = true;

    /// <summary>Whether the policies for <see cref="PolicyPoints.Checkpoint"/> are asked before each step; one that blocks throws there. Default: that of the outer run, else what <see cref="PolicyOptions.MidExecutionGovernance"/> says.</summary>
    public bool? MidExecutionGovernance { get; set; }

    /// <summary>Who is asked when a policy blocks the run or a scope in it. Default: that of the outer run, else <see cref="PolicyOptions.ApprovalHandler"/>.</summary>
    public IApprovalHandler? ApprovalHandler { get; set; }
}
