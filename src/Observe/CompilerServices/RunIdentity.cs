using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Who calls an observed method, as its parameters say; null where none says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RunIdentity
{
    /// <summary>Value of the <see cref="SessionIdAttribute"/> parameter.</summary>
    public string? SessionId { get; set; }

    /// <summary>Value of the <see cref="UserIdAttribute"/> parameter.</summary>
    public string? UserId { get; set; }

    /// <summary>Value of the <see cref="EndUserIdAttribute"/> parameter.</summary>
    public string? EndUserId { get; set; }

    /// <summary>Value of the <see cref="UserGroupAttribute"/> parameter.</summary>
    public string? UserGroup { get; set; }

    /// <summary>Value of the <see cref="AnonymousIdAttribute"/> parameter.</summary>
    public string? AnonymousId { get; set; }
}
