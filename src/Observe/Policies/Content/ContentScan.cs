using System.Globalization;
using Observe.Policies.Injection;

namespace Observe.Policies.Content;

/// <summary>Looks at texts by the rules of a <see cref="ContentPolicy"/>. It names what it finds and never repeats it.</summary>
internal sealed class ContentScan
{
    private readonly ContentRules _rules;
    private readonly TextMask _mask;
    private readonly TextMask? _redaction;

    public ContentScan(ContentRules rules)
    {
        _rules = rules;
        _mask = new TextMask(
            (rules.OnPersonalData is null ? SecretKinds.None : rules.PersonalData)
            | (rules.OnCredentials is null ? SecretKinds.None : rules.Credentials));
        List<SecretPattern> own = [];
        foreach (ContentPattern pattern in rules.CustomPatterns)
        {
            if (pattern.Action == PolicyAction.Redact)
            {
                own.Add(new SecretPattern(pattern.Name, pattern.Expression));
            }
        }

        _redaction = own.Count == 0 ? null : new TextMask(SecretKinds.All, [.. own]);
    }

    public PolicyResult Look(RecordedValue value, bool isInput)
    {
        ContentFindings findings = new();
        long length = 0;
        SecretKinds kinds = SecretKinds.None;
        foreach (string text in value.Texts())
        {
            length += text.Length;
            kinds |= _mask.Find(text);
            LookAt(text, isInput, findings);
        }

        Add(findings, _rules.OnPersonalData, "personal data", kinds & SecretKinds.PersonalData);
        Add(findings, _rules.OnCredentials, "credentials", kinds & SecretKinds.Credentials);

        int? most = isInput ? _rules.MaxInputLength : _rules.MaxOutputLength;
        if (length > most)
        {
            findings.Add(PolicyAction.Block, string.Create(CultureInfo.InvariantCulture, $"{length} of {most} characters"));
        }

        return findings.Action switch
        {
            PolicyAction.Allow => PolicyResult.Allow,
            PolicyAction.Redact => new PolicyResult(PolicyAction.Redact, findings.Reason) { Mask = _redaction },
            _ => new PolicyResult(findings.Action, findings.Reason),
        };
    }

    private void LookAt(string text, bool isInput, ContentFindings findings)
    {
        if (isInput && _rules.OnPromptInjection is { } onInjection && InjectionPhrases.Find(text, out string phrase) > 0)
        {
            findings.Add(onInjection, $"prompt injection: \"{phrase}\"");
        }

        foreach (ContentPattern pattern in _rules.CustomPatterns)
        {
            if (pattern.Expression.IsMatch(text))
            {
                findings.Add(pattern.Action, $"pattern {pattern.Name}");
            }
        }

        for (int i = 0; i < _rules.BlockedPhrases.Count; i++)
        {
            if (text.Contains(_rules.BlockedPhrases[i], StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(PolicyAction.Block, string.Create(CultureInfo.InvariantCulture, $"blocked phrase {i + 1}"));
            }
        }
    }

    private static void Add(ContentFindings findings, PolicyAction? action, string what, SecretKinds kinds)
    {
        if (action is { } severity && kinds != SecretKinds.None)
        {
            findings.Add(severity, $"{what}: {ContentKinds.WordsOf(kinds)}");
        }
    }
}
