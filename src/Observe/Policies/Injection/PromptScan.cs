using System.Text;

namespace Observe.Policies.Injection;

/// <summary>Looks through the texts of a captured value for phrases and structure of injections.</summary>
internal sealed class PromptScan
{
    private readonly bool _usesBuiltIn;
    private readonly string[] _phrases;

    public PromptScan(PromptInjectionGuardRules rules)
    {
        _usesBuiltIn = rules.UseBuiltInPatterns;
        _phrases = new string[rules.BlockedPatterns.Count];
        for (int i = 0; i < _phrases.Length; i++)
        {
            _phrases[i] = !string.IsNullOrWhiteSpace(rules.BlockedPatterns[i])
                ? rules.BlockedPatterns[i]
                : throw new ArgumentException($"BlockedPatterns[{i}] is empty, so that it would be found everywhere: write a phrase.", nameof(rules));
        }
    }

    /// <summary>What was found, for people; null when nothing was.</summary>
    public string? Find(ReadOnlySpan<byte> cbor)
    {
        CapturedTexts texts = new(cbor);
        while (texts.MoveNext())
        {
            if ((FindPhrase(texts.Current) ?? StructuralSignals.Find(texts.Current)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string? FindPhrase(ReadOnlySpan<byte> utf8)
    {
        if (!_usesBuiltIn && _phrases.Length == 0)
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(utf8);
        foreach (string phrase in _phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return $"\"{phrase}\"";
            }
        }

        return _usesBuiltIn && InjectionPhrases.Find(text, out string known) > 0 ? $"\"{known}\"" : null;
    }
}
