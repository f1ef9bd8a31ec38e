namespace Observe.Policies.Content;

/// <summary>What was found in texts; the most severe action counts.</summary>
internal sealed class ContentFindings
{
    private readonly List<string> _reasons = [];

    public PolicyAction Action { get; private set; } = PolicyAction.Allow;

    public string Reason => string.Join("; ", _reasons);

    /// <summary>Adds a finding; the same one in a second text adds nothing.</summary>
    public void Add(PolicyAction action, string reason)
    {
        if (!_reasons.Contains(reason))
        {
            _reasons.Add(reason);
        }

        if (action > Action)
        {
            Action = action;
        }
    }
}
