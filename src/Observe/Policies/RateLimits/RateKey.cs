namespace Observe.Policies.RateLimits;

/// <summary>Whose calls an account counts.</summary>
internal readonly record struct RateKey(string First, string Second)
{
    public static RateKey Of(RateLimitKey per, RunContext run) => per switch
    {
        RateLimitKey.AgentAndWorkflow => new RateKey(run.Agent, run.Workflow),
        RateLimitKey.Agent => new RateKey(run.Agent, ""),
        RateLimitKey.User => new RateKey(run.UserId ?? "", ""),
        RateLimitKey.EndUser => new RateKey(run.EndUserId ?? "", ""),
        RateLimitKey.Session => new RateKey(run.SessionId ?? "", ""),
        _ => new RateKey("", ""),
    };
}
