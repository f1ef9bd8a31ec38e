namespace Observe.Policies.Injection;

/// <summary>
/// Words in a row, each one of some alternatives, written as <c>ignore|disregard previous|prior instructions|rules</c>. Words that say
/// nothing (<c>all</c>, <c>of</c>, <c>the</c> …) may stand between them.
/// </summary>
internal sealed class InjectionPhrase
{
    private const int MostFillers = 4;

    private static readonly string[] s_fillers =
        ["all", "any", "every", "of", "the", "these", "those", "this", "that", "my", "your", "our", "me", "us", "to", "as", "a", "an", "in", "into", "and", "please", "other"];

    private readonly string[][] _words;

    public InjectionPhrase(string text)
    {
        string[] words = text.Split(' ');
        _words = new string[words.Length][];
        for (int i = 0; i < words.Length; i++)
        {
            _words[i] = words[i].Split('|');
        }

        string first = "";
        foreach (string[] alternatives in _words)
        {
            first += (first.Length == 0 ? "" : " ") + alternatives[0];
        }

        Text = first;
    }

    /// <summary>The phrase with the first alternative of each word, to speak of it.</summary>
    public string Text { get; }

    /// <summary>The words that it may begin with.</summary>
    public IReadOnlyList<string> FirstWords => _words[0];

    /// <summary>Whether the phrase begins where the words stand.</summary>
    public bool BeginsAt(NormalisedWords words)
    {
        if (!words.MoveNext() || !IsOneOf(_words[0], words.Current))
        {
            return false;
        }

        for (int i = 1; i < _words.Length; i++)
        {
            int fillers = -1;
            do
            {
                if (++fillers > MostFillers || !words.MoveNext())
                {
                    return false;
                }
            }
            while (!IsOneOf(_words[i], words.Current) && IsOneOf(s_fillers, words.Current));

            if (!IsOneOf(_words[i], words.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOneOf(string[] alternatives, ReadOnlySpan<char> word)
    {
        foreach (string alternative in alternatives)
        {
            if (word.SequenceEqual(alternative))
            {
                return true;
            }
        }

        return false;
    }
}
