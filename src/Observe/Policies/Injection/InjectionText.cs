using System.Globalization;

namespace Observe.Policies.Injection;

/// <summary>Makes texts comparable that look alike to a reader.</summary>
internal static class InjectionText
{
    /// <summary>The text in lower case, with single spaces, without characters that nobody sees and without apostrophes.</summary>
    public static string Normalise(string text)
    {
        char[] buffer = new char[text.Length];
        int length = 0;
        bool afterSpace = true;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (!afterSpace)
                {
                    buffer[length++] = ' ';
                }

                afterSpace = true;
            }
            else if (character is not ('\'' or '\u2019') && (character < 0x80 || char.GetUnicodeCategory(character) != UnicodeCategory.Format))
            {
                buffer[length++] = char.ToLowerInvariant(character);
                afterSpace = false;
            }
        }

        return new string(buffer, 0, length);
    }
}
