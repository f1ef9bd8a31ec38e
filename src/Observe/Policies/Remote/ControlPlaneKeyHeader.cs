namespace Observe;

/// <summary>How the control plane gets its key.</summary>
public enum ControlPlaneKeyHeader
{
    /// <summary><c>X-Wax-Key: key</c>.</summary>
    XWaxKey,

    /// <summary><c>Authorization: Bearer key</c>.</summary>
    Bearer,
}
