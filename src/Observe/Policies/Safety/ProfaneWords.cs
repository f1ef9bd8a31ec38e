using Observe.Policies.Injection;

namespace Observe.Policies.Safety;

/// <summary>English swear words; mild ones and those with a decent meaning are left out.</summary>
internal static class ProfaneWords
{
    private static readonly HashSet<string> s_words =
    [
        "arsehole", "arseholes", "asshole", "assholes", "bastards", "bitch", "bitches", "bitching", "bollocks", "bullshit", "cocksucker",
        "cunt", "cunts", "dickhead", "dickheads", "dipshit", "dumbass", "fuck", "fucked", "fucker", "fuckers", "fucking", "fucks",
        "goddamn", "horseshit", "jackass", "motherfucker", "motherfuckers", "motherfucking", "piss", "pissed", "shit", "shithead",
        "shits", "shitty", "slut", "sluts", "twat", "wanker", "wankers", "whore", "whores",
    ];

    private static readonly int s_longest = Longest();

    public static bool AreIn(string text)
    {
        NormalisedWords words = new(InjectionText.Normalise(text));
        while (words.MoveNext())
        {
            if (words.Current.Length <= s_longest && s_words.Contains(words.Current.ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static int Longest()
    {
        int longest = 0;
        foreach (string word in s_words)
        {
            longest = Math.Max(longest, word.Length);
        }

        return longest;
    }
}
