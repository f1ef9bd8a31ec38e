using System.Globalization;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>The value of a JSON number, whatever way it is written: <c>1.50</c>, <c>15e-1</c> and <c>1.5</c> are one.</summary>
internal static class NumberText
{
    public static string ValueOf(string number)
    {
        string sign = number[0] == '-' ? "-" : "";
        string[] parts = number.TrimStart('-').ToUpperInvariant().Split('E');
        int exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= parts[0].Length - point - 1;
        }

        string digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        string significant = digits.TrimEnd('0');
        return significant.Length == 0 ? $"{sign}0" : $"{sign}{significant}E{exponent + digits.Length - significant.Length}";
    }
}
