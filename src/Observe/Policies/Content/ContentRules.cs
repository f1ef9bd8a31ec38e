using Observe.Policies;
using Observe.Policies.Content;

namespace Observe;

/// <summary>What must not stand in texts. Nothing is looked for unless a rule says so.</summary>
public sealed record ContentRules
{
    /// <summary>Whether arguments are looked at: of runs, tool calls and calls of language models. Default: true.</summary>
    public bool ScanInputs { get; init; } = true;

    /// <summary>Whether results are looked at: of runs, tool calls and calls of language models. Default: true.</summary>
    public bool ScanOutputs { get; init; } = true;

    /// <summary>What happens when personal data is found: warn, redact or block. Default: null, it is not looked for.</summary>
    public PolicyAction? OnPersonalData { get; init; }

    /// <summary>Which personal data. Default: <see cref="SecretKinds.PersonalData"/>.</summary>
    public SecretKinds PersonalData { get; init; } = SecretKinds.PersonalData;

    /// <summary>What happens when credentials are found: warn, redact or block. Default: null, they are not looked for.</summary>
    public PolicyAction? OnCredentials { get; init; }

    /// <summary>Which credentials. Default: <see cref="SecretKinds.Credentials"/>.</summary>
    public SecretKinds Credentials { get; init; } = SecretKinds.Credentials;

    /// <summary>What happens when an input tries to give instructions to the model: warn or block. Default: null, that is not looked for.</summary>
    public PolicyAction? OnPromptInjection { get; init; }

    /// <summary>Patterns of one's own. Default: none.</summary>
    public IReadOnlyList<ContentPattern> CustomPatterns { get; init; } = [];

    /// <summary>Texts that always block, in upper or lower case. They are not repeated in the reason. Default: none.</summary>
    public IReadOnlyList<string> BlockedPhrases { get; init; } = [];

    /// <summary>Most characters of all texts of an input together; more is blocked. Default: null, no limit; at least 1.</summary>
    public int? MaxInputLength { get; init; }

    /// <summary>Most characters of all texts of an output together; more is blocked. Default: null, no limit; at least 1.</summary>
    public int? MaxOutputLength { get; init; }

    internal static ContentRules Read(PolicyRules rules) => ContentRulesReader.Read(rules);

    internal void Validate()
    {
        Check(OnPersonalData, nameof(OnPersonalData));
        Check(OnCredentials, nameof(OnCredentials));
        RuleCheck.Action(
            OnPromptInjection ?? PolicyAction.Block, nameof(OnPromptInjection), PolicyAction.Warn, PolicyAction.Block);
        Check(PersonalData, SecretKinds.PersonalData, nameof(PersonalData));
        Check(Credentials, SecretKinds.Credentials, nameof(Credentials));
        RuleCheck.AtLeast(1, MaxInputLength, nameof(MaxInputLength));
        RuleCheck.AtLeast(1, MaxOutputLength, nameof(MaxOutputLength));
        foreach (ContentPattern pattern in CustomPatterns)
        {
            Check(pattern.Action, $"The action of pattern {pattern.Name}");
            _ = new SecretPattern(pattern.Name, pattern.Expression); // checks both, and says what is wrong
        }

        foreach (string phrase in BlockedPhrases)
        {
            if (string.IsNullOrWhiteSpace(phrase))
            {
                throw new ArgumentException($"{nameof(BlockedPhrases)} contains an empty phrase, which would block everything.");
            }
        }
    }

    private static void Check(PolicyAction? action, string rule) =>
        RuleCheck.Action(action ?? PolicyAction.Block, rule, PolicyAction.Warn, PolicyAction.Redact, PolicyAction.Block);

    private static void Check(SecretKinds kinds, SecretKinds allowed, string rule)
    {
        if ((kinds & ~allowed) != 0)
        {
            throw new ArgumentException($"{rule} is {kinds}; it must be one or more of {allowed}.");
        }
    }
}
