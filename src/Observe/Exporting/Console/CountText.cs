using System.Globalization;

namespace Observe;

/// <summary>Counts with thousands separators and the plural that belongs to them.</summary>
internal static class CountText
{
    /// <param name="count">The count.</param>
    /// <param name="format"><c>{0}</c> is the number, <c>{1}</c> the plural s.</param>
    public static string Of(long count, string format) =>
        format.Replace("{0}", count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{1}", count == 1 ? "" : "s", StringComparison.Ordinal);
}
