namespace Observe.Policies.Files;

/// <summary>The words of actions outside the process.</summary>
internal static class ActionWords
{
    public static PolicyAction[] All { get; } =
    [
        PolicyAction.Allow, PolicyAction.Warn, PolicyAction.Redact, PolicyAction.Retry, PolicyAction.Skip, PolicyAction.Throttle,
        PolicyAction.Block,
    ];

    public static string WordOf(PolicyAction action) => action switch
    {
        PolicyAction.Allow => "allow",
        PolicyAction.Warn => "warn",
        PolicyAction.Redact => "redact",
        PolicyAction.Retry => "retry",
        PolicyAction.Skip => "skip",
        PolicyAction.Throttle => "throttle",
        _ => "block",
    };

    /// <summary>The action of a word; null when the word is none of the seven. Case and space around it do not count.</summary>
    public static PolicyAction? Find(string word)
    {
        ReadOnlySpan<char> trimmed = word.AsSpan().Trim();
        foreach (PolicyAction action in All)
        {
            if (trimmed.Equals(WordOf(action), StringComparison.OrdinalIgnoreCase))
            {
                return action;
            }
        }

        return null;
    }
}
