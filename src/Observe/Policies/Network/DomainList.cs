using System.Globalization;
using System.Net;

namespace Observe.Policies;

/// <summary>Hosts that a rule lists.</summary>
internal sealed class DomainList
{
    private readonly NamePatterns _patterns;

    public DomainList(IReadOnlyList<string> domains, string rule)
    {
        ArgumentNullException.ThrowIfNull(domains, rule);
        string[] hosts = new string[domains.Count];
        for (int i = 0; i < hosts.Length; i++)
        {
            hosts[i] = Normal(domains[i] ?? "", rule);
        }

        _patterns = new NamePatterns(hosts, rule, ignoreCase: true);
    }

    public bool IsEmpty => _patterns.IsEmpty;

    /// <summary>Whether a host is on the list. A dot at its end makes no other host of it.</summary>
    public bool Contains(ReadOnlySpan<char> host) => _patterns.Contain(host.TrimEnd('.'));

    private static string Normal(string domain, string rule)
    {
        string host = domain.Trim().TrimEnd('.').Trim('[', ']');
        if (host.Contains('/', StringComparison.Ordinal) || (host.Contains(':', StringComparison.Ordinal) && !IPAddress.TryParse(host, out _)))
        {
            throw new ArgumentException($"{rule} contains \"{domain}\": write only the host, without scheme, port and path.", rule);
        }

        try
        {
            // URLs give hosts in their ASCII form (RFC 3490), so the list needs it too.
            return System.Text.Ascii.IsValid(host) ? host : new IdnMapping().GetAscii(host.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"{rule} contains \"{domain}\", which cannot be the name of a host.", rule);
        }
    }
}
