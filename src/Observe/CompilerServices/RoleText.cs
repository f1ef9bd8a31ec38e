using System.ComponentModel;
using System.Globalization;

namespace Observe.CompilerServices;

/// <summary>Turns the value of a parameter with a role into text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RoleText
{
    /// <summary>The value as culture-invariant text; null for null, and for a value whose own formatting throws.</summary>
    /// <typeparam name="T">Type of the parameter.</typeparam>
    /// <param name="value">Value of the parameter.</param>
    public static string? From<T>(T value)
    {
        try
        {
            return value switch
            {
                null => null,
                string text => text,
                bool flag => flag ? "true" : "false",
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
        }
        catch (Exception)
        {
            return null; // telemetry never throws into user code
        }
    }
}
