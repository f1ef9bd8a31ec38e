namespace Observe;

/// <summary>How a <see cref="ControlPlanePolicy"/> asks its server.</summary>
public sealed class ControlPlanePolicyOptions : RemotePolicyOptions
{
    /// <summary>Options with their defaults.</summary>
    public ControlPlanePolicyOptions()
        : base(PolicyPoints.BeforeRun | PolicyPoints.BeforeToolCall | PolicyPoints.Checkpoint)
    {
    }

    /// <summary>The key, <c>wax_sk_…</c>. It appears in no message and no record. Default: null, no key is sent.</summary>
    public string? Key { get; set; }

    /// <summary>How the key is sent. Default: <see cref="ControlPlaneKeyHeader.XWaxKey"/>.</summary>
    public ControlPlaneKeyHeader KeyHeader { get; set; }

    internal override void Validate()
    {
        base.Validate();
        ValidateSecret(Key, nameof(Key));
    }
}
