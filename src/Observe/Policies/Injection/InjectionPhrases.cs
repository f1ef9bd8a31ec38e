namespace Observe.Policies.Injection;

/// <summary>
/// Phrases by which a text tries to be taken for instructions: in English, whatever their case, spacing and punctuation. What they
/// find is a sign, no proof, and what they do not find may be an attack all the same.
/// </summary>
internal static class InjectionPhrases
{
    private static readonly InjectionPhrase[] s_phrases =
    [
        new("ignore|disregard|skip|neglect|forget previous|prior|above|earlier|preceding|foregoing|existing instructions|instruction|prompt|prompts|rules|directions|guidelines|commands"),
        new("ignore|disregard|forget system instructions|instruction|prompt|rules|guidelines"),
        new("ignore|disregard|forget your instructions|instruction|prompt|rules|guidelines|programming|training"),
        new("forget everything you|above|before|previously"),
        new("override|bypass|circumvent|violate system|safety|security|previous instructions|prompt|rules|guidelines|restrictions|filters|programming"),
        new("override|bypass|circumvent|violate your instructions|prompt|rules|guidelines|restrictions|filters|programming"),
        new("do|must|should|shall not follow|obey|apply|heed previous|prior|above|system|original|earlier instructions|rules|guidelines|prompt"),
        new("dont|never follow|obey|apply|heed previous|prior|above|system|original|earlier instructions|rules|guidelines|prompt"),
        new("you are now a|an|dan|unrestricted|free|uncensored|jailbroken|acting|no"),
        new("from now on you are|will|must|shall|have"),
        new("your real|true|actual task|goal|role|purpose|objective|instructions is|are"),
        new("pretend|imagine|simulate|roleplay you are|have not|no bound|restricted|restrictions|rules|limits|limitations|guidelines|filters"),
        new("act|behave|respond as unrestricted|uncensored|unfiltered|jailbroken|evil ai|model|assistant|chatbot|bot"),
        new("you have no restrictions|rules|limits|limitations|guidelines|filters|boundaries"),
        new("respond|answer|reply|speak without restrictions|filters|filtering|censorship|limitations|restraint"),
        new("do anything now"),
        new("dan|jailbreak|god|unrestricted mode"),
        new("developer|debug|admin|maintenance mode enabled|activated|unlocked|on|active"),
        new("enable|enter|activate|unlock|switch developer|debug|dan|god|jailbreak|admin|unrestricted mode"),
        new("system|admin|administrator override"),
        new("disable|deactivate|remove|drop safety|security|content|ethical|moral filters|filter|guidelines|restrictions|protocols|guardrails|checks|measures"),
        new("reveal|show|print|repeat|output|display|tell|give|leak|expose|share system|initial|hidden|original|secret|internal|developer|confidential prompt|prompts|instructions|message|rules"),
        new("reveal|print|repeat|output|display|leak|expose your instructions|prompt|rules|guidelines|directives"),
        new("what are|is|were your system|initial|hidden|original|secret instructions|prompt|rules"),
        new("repeat|print|output|say|write everything|words|text|content above|before|preceding"),
        new("above|previous|preceding instructions|rules|prompt were|was|is|are fake|invalid|outdated|void|cancelled|wrong|obsolete"),
        new("stop being|acting|behaving ai|assistant|chatbot|model"),
        new("end|begin|beginning|start system|hidden|secret prompt|instructions|message"),
        new("follow|obey|execute following|new instructions|commands|orders instead|only"),
    ];

    /// <summary>Marks that set the turns of a conversation apart for a model; nobody writes them by chance.</summary>
    private static readonly string[] s_marks =
    [
        "<|im_start|>", "<|im_end|>", "<|system|>", "<|assistant|>", "<|endoftext|>", "<|start_header_id|>", "[inst]", "[/inst]",
        "<<sys>>", "[system]", "[system message]", "<system>", "</system>", "### system", "### instruction", "new instructions:",
        "new instruction:", "system prompt:",
    ];

    /// <summary>The phrases that may begin with a word that begins with a letter.</summary>
    private static readonly InjectionPhrase[][] s_byLetter = ByLetter();

    /// <summary>Looks for phrases.</summary>
    /// <param name="text">The text.</param>
    /// <param name="phrase">The first one that was found, in the words of this list and not of the text; else empty.</param>
    /// <returns>How many different ones the text contains; 0 when none.</returns>
    public static int Find(string text, out string phrase)
    {
        phrase = "";
        string normal = InjectionText.Normalise(text);
        int found = 0;
        foreach (string mark in s_marks)
        {
            if (normal.Contains(mark, StringComparison.Ordinal))
            {
                phrase = found++ == 0 ? mark : phrase;
            }
        }

        HashSet<InjectionPhrase>? seen = null;
        NormalisedWords words = new(normal);
        for (NormalisedWords here = words; words.MoveNext(); here = words)
        {
            char letter = words.Current[0];
            foreach (InjectionPhrase candidate in letter is >= 'a' and <= 'z' ? s_byLetter[letter - 'a'] : [])
            {
                if (candidate.BeginsAt(here) && (seen ??= []).Add(candidate))
                {
                    phrase = found++ == 0 ? candidate.Text : phrase;
                }
            }
        }

        return found;
    }

    private static InjectionPhrase[][] ByLetter()
    {
        InjectionPhrase[][] byLetter = new InjectionPhrase[26][];
        for (int i = 0; i < byLetter.Length; i++)
        {
            byLetter[i] = Array.FindAll(s_phrases, phrase => BeginsWith(phrase, (char)('a' + i)));
        }

        return byLetter;
    }

    private static bool BeginsWith(InjectionPhrase phrase, char letter)
    {
        foreach (string word in phrase.FirstWords)
        {
            if (word[0] == letter)
            {
                return true;
            }
        }

        return false;
    }
}
