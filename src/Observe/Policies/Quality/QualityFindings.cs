using System.Globalization;

namespace Observe.Policies;

/// <summary>What the checks of one output found.</summary>
internal sealed class QualityFindings
{
    private string _reasons = "";

    /// <summary>Whether there was anything to check.</summary>
    public bool HasOutput { get; init; }

    /// <summary>The most severe action so far.</summary>
    public PolicyAction Action { get; private set; }

    /// <summary>Takes the outcome of a check.</summary>
    /// <param name="action">What its failure means.</param>
    /// <param name="reason">Why it failed; null when it passed.</param>
    public void Add(PolicyAction action, string? reason)
    {
        if (reason is not null)
        {
            Action = action > Action ? action : Action;
            _reasons = _reasons.Length == 0 ? reason : $"{_reasons}; {reason}";
        }
    }

    /// <summary>The answer of the policy.</summary>
    public PolicyResult Answer(QualityRules rules, int attempt)
    {
        if (Action != PolicyAction.Retry)
        {
            return Action == PolicyAction.Allow ? PolicyResult.Allow : new PolicyResult(Action, _reasons);
        }

        return attempt > rules.MaxRetries
            ? PolicyResult.Block(string.Create(CultureInfo.InvariantCulture, $"{_reasons} (after {attempt} attempts)"))
            : new PolicyResult(PolicyAction.Retry, _reasons)
            {
                Feedback = rules.FeedbackTemplate.Replace("{reason}", _reasons, StringComparison.Ordinal),
                Metadata = new Dictionary<string, string> { ["max_retries"] = rules.MaxRetries.ToString(CultureInfo.InvariantCulture) },
            };
    }
}
