namespace Observe;

/// <summary>How an <see cref="OpaPolicy"/> asks its server.</summary>
public sealed class OpaPolicyOptions : RemotePolicyOptions
{
    /// <summary>Options with their defaults.</summary>
    public OpaPolicyOptions()
        : base(PolicyPoints.BeforeRun | PolicyPoints.BeforeToolCall | PolicyPoints.Checkpoint)
    {
    }

    /// <summary>
    /// Path of the document that decides, its parts divided by <c>/</c>: <c>agents/decision</c> is <c>data.agents.decision</c>.
    /// </summary>
    public required string Path { get; set; }

    /// <summary>Bearer token. It appears in no message and no record. Default: null, none is sent.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// What counts when the server has no such document, or no rule of it applies: the reply then has no <c>result</c>.
    /// <see cref="PolicyFailure.Closed"/> blocks, <see cref="PolicyFailure.Open"/> warns. Default: <see cref="PolicyFailure.Closed"/>.
    /// </summary>
    public PolicyFailure OnUndefined { get; set; }

    internal override void Validate()
    {
        base.Validate();
        ValidateSecret(Token, nameof(Token));
        if (string.IsNullOrWhiteSpace(Path) || Path.Trim('/').Length == 0)
        {
            throw new ArgumentException("Path must name the document that decides, for example \"agents/decision\".");
        }
    }
}
