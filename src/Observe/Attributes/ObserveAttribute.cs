namespace Observe;

/// <summary>
/// Makes a call of the partial method one <em>run</em> of an agent: the root of a trace. The body is the method of the same
/// type whose name ends in <c>Core</c> (<c>HandleAsync</c> → <c>HandleCoreAsync</c>); the compiler writes the rest.
/// </summary>
/// <remarks>
/// Inside another run the call becomes a child run of the same trace and inherits session, user, end user and group unless they
/// are given. Values given at call time through parameters (<see cref="SessionIdAttribute"/>, <see cref="UserIdAttribute"/> …)
/// win over the values of this attribute.
/// </remarks>
/// <param name="name">Name of the agent. Default: the name of the containing type.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ObserveAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the agent; null means the name of the containing type.</summary>
    public string? Name { get; } = name;

    /// <summary>Name of the workflow that the run belongs to. Default: <c>"default"</c>.</summary>
    public string Workflow { get; set; } = "default";

    /// <summary>Session (conversation) that every run of this method belongs to. Default: none, or that of the outer run.</summary>
    public string? SessionId { get; set; }

    /// <summary>Operator on whose behalf the agent works. Default: none, or that of the outer run.</summary>
    public string? UserId { get; set; }

    /// <summary>Customer of the operator. Default: none, or that of the outer run.</summary>
    public string? EndUserId { get; set; }

    /// <summary>Group of the user. Default: none, or that of the outer run.</summary>
    public string? UserGroup { get; set; }

    /// <summary>Whether the observer's policies are asked before the run and during it; those of attributes on the method always are. Default: true.</summary>
    public bool EnforcePolicy { get; set; } = true;

    /// <summary>Whether the policies for <see cref="PolicyPoints.Checkpoint"/> are asked before each step of the run; one that blocks throws there. Default: false, or what the observer and the outer run say.</summary>
    public bool MidExecutionGovernance { get; set; }

    /// <summary>Which values of the call are recorded. Default: what <see cref="ObserveDefaultsAttribute"/> says, else both.</summary>
    public CaptureMode Capture { get; set; }
}
