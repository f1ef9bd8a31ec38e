namespace Observe.Generators.Parsing;

/// <summary>
/// The words of a name, in small letters: <c>userAPIKey_2</c> → user, api, key. Digits and signs only part them. It looks at every
/// name that is recorded, so it goes through the name once.
/// </summary>
internal static class NameWords
{
    public static List<string> Of(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsLetter(name[i]);
            if (isEnd || (i > start && IsBoundary(name, i)))
            {
                if (i > start)
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                }

                start = isEnd ? i + 1 : i;
            }
        }

        return words;
    }

    // Before a capital that follows a small letter, and before the last capital of a row of them when a small letter follows.
    private static bool IsBoundary(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !IsPlural(name, i)));

    // The s of IDs and SSNs is no word.
    private static bool IsPlural(string name, int i) => name[i + 1] == 's' && (i + 2 == name.Length || !char.IsLower(name[i + 2]));
}
