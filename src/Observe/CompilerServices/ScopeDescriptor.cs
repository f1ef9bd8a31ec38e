using System.ComponentModel;
using System.Text;

namespace Observe.CompilerServices;

/// <summary>Everything about an observed method that is known at build time. One static instance for each method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScopeDescriptor
{
    private static readonly object s_gate = new();
    private static ScopeDescriptor[] s_all = new ScopeDescriptor[64];
    private static int s_count;

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

    internal byte[] Utf8Name { get; }

    /// <summary>Number that stands for the descriptor in records of this process; from 1.</summary>
    internal int Id { get; }

    internal static ScopeDescriptor FromId(int id) => Volatile.Read(ref s_all)[id];
}
