using System.Net;
using System.Net.Sockets;

namespace Observe.Policies;

/// <summary>
/// Hosts inside one's own network: names that the public DNS does not know (RFC 6761, RFC 6762, the reserved <c>.internal</c>) and
/// addresses that are not routed there (RFC 1918, RFC 3927, RFC 4193, RFC 4291).
/// </summary>
internal static class InternalHosts
{
    public static bool Contains(string host)
    {
        host = host.TrimEnd('.');
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            return IsInternal(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }

        return !host.Contains('.', StringComparison.Ordinal)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsInternal(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes switch
        {
            [127, ..] or [10, ..] or [192, 168, ..] or [169, 254, ..] => true,
            [172, >= 16 and <= 31, ..] => true,
            _ => false,
        };
    }
}
