using System.Buffers;

namespace Observe.Configuration;

/// <summary>The rule for keys of tags.</summary>
internal static class TagKey
{
    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    public static bool IsValid(string? key) => !string.IsNullOrEmpty(key) && !key.AsSpan().ContainsAnyExcept(s_allowed);
}
