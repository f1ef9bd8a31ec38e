namespace Observe.Tests.Policies;

public class AllowedAnswersTests
{
    public static TheoryData<string> Policies => new(s_policies.Keys.ToArray());

    private static readonly Dictionary<string, IPolicy> s_policies = new()
    {
        ["approval"] = new ApprovalPolicy(),
        ["data-access"] = new DataAccessPolicy(new DataAccessRules { AllowedDataSources = ["orders"] }),
        ["end-user-rate-limit"] = new EndUserRateLimitPolicy(),
        ["end-user-suspension"] = new EndUserSuspensionPolicy(),
        ["grounding"] = new GroundingPolicy(),
        ["network"] = new NetworkPolicy(new NetworkRules { AllowedDomains = ["*.example.com"] }),
        ["retrieval"] = new RetrievalPolicy(),
        ["scope"] = new ScopePolicy(new ScopeRules { DryRunFirst = true }),
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public Task They_allocate_nothing(string policy) => Questions.InRunAsync(
        run =>
        {
            EndUserDirectory users = new(new EndUser("ann") { RequestsPerMinute = 1_000_000 });
            CapturedValue arguments = CapturedValue.Map(("query", "where is my order?"));
            PolicyContext[] questions =
            [
                Questions.Before(ScopeKind.Run, "agent", run, arguments, users: users),
                Questions.Before(ScopeKind.ToolCall, "search", run, arguments, users: users),
                Questions.Before(ScopeKind.LlmCall, "chat", run, arguments, users: users),
                Questions.Checkpoint(run),
            ];
            Ask(s_policies[policy], questions);

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                Ask(s_policies[policy], questions);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        },
        new RunOptions { EndUserId = "ann" });

    private static void Ask(IPolicy policy, PolicyContext[] questions)
    {
        foreach (PolicyContext question in questions)
        {
            if ((policy.Points & question.Point) != 0 && !policy.Evaluate(question).Allowed)
            {
                throw new InvalidOperationException($"{policy.Name} did not allow.");
            }
        }
    }
}
