using System.Globalization;

namespace Observe;

/// <summary>Costs of calls of language models.</summary>
internal static class CostText
{
    // Calls cost fractions of a cent: digits count from the first that is not zero.
    private const int Digits = 3;
    private const int MostDecimals = 28;

    /// <summary><c>$0.0075</c> when it was given, <c>≈ $0.0075</c> for an estimate, <c>$?</c> when it is not known.</summary>
    public static string Of(LlmTrace call, Glyphs glyphs) => call.CostUsd is { } cost ? Of(cost, call.CostIsEstimate, glyphs) : "$?";

    public static string Of(decimal dollars, bool isEstimate, Glyphs glyphs) =>
        (isEstimate ? glyphs.About + " " : "") + (dollars < 0 ? "-" : "") + Of(Math.Abs(dollars));

    private static string Of(decimal dollars)
    {
        if (dollars == 0)
        {
            return "$0";
        }

        int decimals = 2;
        for (decimal limit = 0.1m; dollars < limit && decimals < MostDecimals; limit /= 10)
        {
            decimals++;
        }

        decimals = dollars < 1 ? Math.Min(decimals + Digits - 2, MostDecimals) : decimals;
        return "$" + Math.Round(dollars, decimals).ToString("#,0.00##########################", CultureInfo.InvariantCulture);
    }
}
