namespace Observe.Tests.Documents;

internal static class ObserverPolicies
{
    public static void Add(ObserverOptions options)
    {
        // example
        options.Policies
            .Add(new RateLimitPolicy(new RateLimitRules { MaxPerMinute = 60 }))        // for every run
            .Add(new SafetyPolicy(new SafetyRules()), agents: ["support-*"])           // for some agents
            .AddNamed(new ContentPolicy(new ContentRules()))                           // only where a method names it
            .AddFile("policies.json");
    }
}
