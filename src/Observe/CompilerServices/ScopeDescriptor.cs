using System.ComponentModel;
using System.Text;
using Observe.Policies;

namespace Observe.CompilerServices;

/// <summary>Everything about an observed method that is known at build time. One static instance for each method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ScopeDescriptor
{
    private static readonly object s_gate = new();
    private static ScopeDescriptor[] s_all = new ScopeDescriptor[64];
    private static int s_count;

    private readonly IPolicy[] _policies = [];
    private readonly Guard? _guard;

    /// <summary>Describes an observed method.</summary>
    /// <param name="kind">What a call of it is.</param>
    /// <param name="name">Name of the agent, step, tool or decision.</param>
    public ScopeDescriptor(ScopeKind kind, string name)
    {
        Kind = kind;
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        lock (s_gate)
        {
            Id = ++s_count;
            if (Id >= s_all.Length)
            {
                ScopeDescriptor[] larger = new ScopeDescriptor[s_all.Length * 2];
                s_all.CopyTo(larger, 0);
                s_all = larger;
            }

            s_all[Id] = this;
        }
    }

    /// <summary>What a call of the method is.</summary>
    public ScopeKind Kind { get; }

    /// <summary>Name of the agent, step, tool or decision.</summary>
    public string Name { get; }

    /// <summary>The method, with namespace and type.</summary>
    public string Member { get; init; } = "";

    /// <summary>Whether the arguments are captured. Default: true.</summary>
    public bool CapturesArguments { get; init; } = true;

    /// <summary>Whether the result is captured. Default: true.</summary>
    public bool CapturesResult { get; init; } = true;

    /// <summary>Whether the body calls nothing that is observed. Default: false.</summary>
    public bool Leaf { get; init; }

    /// <summary>Kind of the tool, for tool calls.</summary>
    public string? ToolType { get; init; }

    /// <summary>The options that are open, for decisions.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Workflow, for runs. Default: <c>"default"</c>.</summary>
    public string Workflow { get; init; } = RunOptions.DefaultWorkflow;

    /// <summary>Session, for runs.</summary>
    public string? SessionId { get; init; }

    /// <summary>User, for runs.</summary>
    public string? UserId { get; init; }

    /// <summary>End user, for runs.</summary>
    public string? EndUserId { get; init; }

    /// <summary>Group of the user, for runs.</summary>
    public string? UserGroup { get; init; }

    /// <summary>Whether the observer's policies are asked, for runs. Default: true.</summary>
    public bool EnforcePolicy { get; init; } = true;

    /// <summary>Whether each step is a checkpoint for policies, for runs. Default: false, or what the observer and the outer run say.</summary>
    public bool MidExecutionGovernance { get; init; }

    /// <summary>Policies of the method's attributes, in their order.</summary>
    public IPolicy[] Policies
    {
        get => _policies;
        init
        {
            _policies = value;
            _guard = new Guard(null, this); // here only: without policies of attributes there is no guard, and nothing that it reaches
        }
    }

    /// <summary>Whether the declaration can return nothing, so that a policy can have the call skipped. Default: false.</summary>
    public bool CanSkip { get; init; }

    /// <summary>Arguments that may be recorded as a text and cannot be replaced by a masked one.</summary>
    public string[] FixedTexts { get; init; } = [];

    /// <summary>Longest time in seconds that a call may take before its token is cancelled. Default: 0, no limit.</summary>
    public double MaxDurationSeconds { get; init; }

    /// <summary>How failed calls of the body are repeated; null when they are not.</summary>
    public RetryRules? Retry { get; init; }

    /// <summary>Which captured values say what, for retrievals, reasonings and calls of language models.</summary>
    public ScopeRoles? Roles { get; init; }

    /// <summary>Where is searched, for retrievals.</summary>
    public string? Source { get; init; }

    /// <summary>Model, for calls of language models.</summary>
    public string? Model { get; init; }

    /// <summary>Provider of the model, for calls of language models.</summary>
    public string? Provider { get; init; }

    /// <summary>What the call is for, for calls of language models.</summary>
    public string? Task { get; init; }

    internal byte[] Utf8Name { get; }

    /// <summary>Number that stands for the descriptor in records of this process; from 1.</summary>
    internal int Id { get; }

    /// <summary>Whether a call needs more than a number to be current: policies, a repetition, a call of a language model.</summary>
    internal bool HasMore => Kind == ScopeKind.LlmCall || Retry is not null || Policies.Length > 0;

    /// <summary>Whether attributes put policies on the method.</summary>
    internal bool IsGuarded => Policies.Length > 0;

    /// <summary>The guard of a call that lies in no other guarded call.</summary>
    internal Guard OutermostGuard => _guard!;

    /// <summary>What learns about a call of a language model; null for every other kind.</summary>
    internal virtual LlmReport? NewReport() => null;

    internal static ScopeDescriptor FromId(int id) => Volatile.Read(ref s_all)[id];
}
