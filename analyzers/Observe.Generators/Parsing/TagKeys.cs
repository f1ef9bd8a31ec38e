using System.Text;

namespace Observe.Generators.Parsing;

/// <summary>The rule for keys of tags; <c>Observe.Configuration.TagKey</c> is the same one at run time.</summary>
internal static class TagKeys
{
    public static bool IsValid(string key) => key.Length > 0 && key.All(IsAllowed);

    /// <summary>The nearest allowed key: whatever is not allowed becomes one <c>_</c> between what is. Null when nothing is left.</summary>
    public static string? Corrected(string key)
    {
        StringBuilder text = new(key.Length);
        bool isGap = false;
        foreach (char character in key)
        {
            if (!IsAllowed(character))
            {
                isGap = true;
                continue;
            }

            if (isGap && text.Length > 0)
            {
                text.Append('_');
            }

            isGap = false;
            text.Append(character);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>What to do about a key that is not allowed, as the end of a message.</summary>
    public static string Remedy(string key) =>
        Corrected(key) is { } corrected ? $"use '{corrected}'" : "use one or more letters, digits, '_', '-' and '.'";

    private static bool IsAllowed(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.';
}
