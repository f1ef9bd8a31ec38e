namespace Observe;

/// <summary>What the failure of a policy means: an exception, a server that cannot be reached, an answer that nobody understands.</summary>
public enum PolicyFailure
{
    /// <summary>Block. The default for every policy that code or a file names.</summary>
    Closed,

    /// <summary>Warn and go on; must be asked for.</summary>
    Open,
}
