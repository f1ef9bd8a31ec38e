using Observe.Policies;

namespace Observe;

/// <summary>When failing runs are stopped for a while.</summary>
public sealed record KillRules
{
    /// <summary>Whether failures are counted; <see cref="KillPolicy.Trip"/> works without. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether everything is blocked from the beginning, until <see cref="KillPolicy.Reset"/>. Default: false.</summary>
    public bool Tripped { get; init; }

    /// <summary>Share of failed runs at which everything is blocked. Default: 0.5; above 0, at most 1.</summary>
    public double KillOnErrorRate { get; init; } = 0.5;

    /// <summary>How far back runs are counted, by their end, in minutes. Default: 5; from 1 to 10,080 (a week).</summary>
    public int ErrorWindowMinutes { get; init; } = 5;

    /// <summary>Fewest runs in that time that say something. Default: 10; at least 1.</summary>
    public int MinSamples { get; init; } = 10;

    /// <summary>
    /// After how many minutes runs are let in again, with all counts at zero. Default: 30; null: only after
    /// <see cref="KillPolicy.Reset"/>; from 1 to 525,600 (a year).
    /// </summary>
    public int? AutoRecoverAfterMinutes { get; init; } = 30;

    internal static KillRules Read(PolicyRules rules)
    {
        KillRules defaults = new();
        double rate = (double)(rules.Number("kill_on_error_rate", (decimal)defaults.KillOnErrorRate, minimum: 0, maximum: 1) ?? 0);
        if (rate <= 0)
        {
            throw rules.Wrong("kill_on_error_rate", "must be above 0, at most 1; set \"enabled\": false to count no failures");
        }

        return new KillRules
        {
            Enabled = rules.Boolean("enabled", defaults.Enabled),
            Tripped = rules.Boolean("tripped", defaults.Tripped),
            KillOnErrorRate = rate,
            ErrorWindowMinutes = rules.Integer("error_window_minutes", defaults.ErrorWindowMinutes, 1, 10_080) ?? defaults.ErrorWindowMinutes,
            MinSamples = rules.Integer("min_samples", defaults.MinSamples, 1) ?? defaults.MinSamples,
            AutoRecoverAfterMinutes = rules.Integer("auto_recover_after_minutes", defaults.AutoRecoverAfterMinutes, 1, 525_600),
        };
    }

    internal void Validate()
    {
        if (KillOnErrorRate is not (> 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(KillOnErrorRate)} is {KillOnErrorRate}; it must be above 0 and at most 1. Set {nameof(Enabled)} to false to count no failures."));
        }

        RuleCheck.Between(1, ErrorWindowMinutes, 10_080, nameof(ErrorWindowMinutes));
        RuleCheck.AtLeast(1, MinSamples, nameof(MinSamples));
        RuleCheck.Between(1, AutoRecoverAfterMinutes, 525_600, nameof(AutoRecoverAfterMinutes));
    }
}
