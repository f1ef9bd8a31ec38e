namespace Observe.Generators.Parsing;

/// <summary>
/// Finds secrets in the texts of a program: one pass over the characters, with a look at what follows only where a secret could begin.
/// What is written in place of a secret is none.
/// </summary>
internal static class SecretLiterals
{
    private const int Shortest = 19; // AKIA and what follows it

    public static SecretLiteral? Find(string text)
    {
        if (text.Length < Shortest)
        {
            return null;
        }

        for (int i = 0; i + Shortest <= text.Length; i++)
        {
            if (Begin(text, i) is { } secret)
            {
                return secret;
            }
        }

        return ConnectionStrings.Find(text);
    }

    private static SecretLiteral? Begin(string text, int i)
    {
        char first = text[i];
        if (first == '-')
        {
            return PrivateKey(text, i);
        }

        TokenForm[] forms = TokenForms.StartingWith(first);
        if ((forms.Length == 0 && first != 'e') || (i > 0 && IsTokenCharacter(text[i - 1])))
        {
            return null;
        }

        foreach (TokenForm form in forms)
        {
            if (StartsWith(text, i, form.Prefix))
            {
                int start = i + form.Prefix.Length;
                int end = EndOf(text, start);
                return end - start >= form.Least && RandomText.Is(text, start, end) ? new SecretLiteral(form.Phrase, form.Prefix.Trim()) : null;
            }
        }

        return first == 'e' ? WebToken(text, i) : null;
    }

    private static SecretLiteral? PrivateKey(string text, int i)
    {
        const string begin = "-----BEGIN ";
        const string end = "PRIVATE KEY-----";
        const int least = 40; // without it, it is only a word about keys
        if (!StartsWith(text, i, begin))
        {
            return null;
        }

        int head = text.IndexOf(end, i, StringComparison.Ordinal);
        int characters = 0;
        for (int at = head + end.Length; head >= 0 && at < text.Length && text[at] != '-'; at++)
        {
            characters += char.IsLetterOrDigit(text[at]) || text[at] is '+' or '/' ? 1 : 0;
        }

        return characters >= least && RandomText.Is(text, head + end.Length, text.Length) ? new SecretLiteral("a private key", "-----BEGIN") : null;
    }

    // header.payload.signature, the first two of them JSON objects
    private static SecretLiteral? WebToken(string text, int i)
    {
        const string json = "eyJ";
        const string known = "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV"; // of the token that every introduction shows
        const int least = 16;
        if (!StartsWith(text, i, json))
        {
            return null;
        }

        string[] parts = text.Substring(i, EndOf(text, i) - i).Split('.');
        return parts is [_, var payload, var signature]
            && payload.StartsWith(json, StringComparison.Ordinal)
            && signature.Length >= least
            && !signature.StartsWith(known, StringComparison.Ordinal)
            && RandomText.Is(signature, 0, signature.Length)
            ? new SecretLiteral("a JSON web token", json)
            : null;
    }

    private static bool StartsWith(string text, int position, string prefix) =>
        string.CompareOrdinal(text, position, prefix, 0, prefix.Length) == 0;

    private static int EndOf(string text, int start)
    {
        int end = start;
        while (end < text.Length && (IsTokenCharacter(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        return end;
    }

    private static bool IsTokenCharacter(char character) =>
        character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';
}
