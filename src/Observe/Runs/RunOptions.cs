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
}
