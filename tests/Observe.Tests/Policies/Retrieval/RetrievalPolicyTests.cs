using Observe.Tests.Runs;

namespace Observe.Tests.Policies.Retrieval;

public class RetrievalPolicyTests
{
    private static readonly DateTimeOffset s_now = ManualClock.Start;

    [Theory]
    [InlineData(0.7, 0, "docs", "wiki", "Allow")]
    [InlineData(0.69, 0, "docs", "wiki", "Warn: a retrieval result has the relevance 0.69, less than 0.7")]
    [InlineData(null, null, "docs", "wiki", "Allow")]
    [InlineData(0.9, 90, "docs", "wiki", "Allow")]
    [InlineData(0.9, 91, "docs", "wiki", "Block: a retrieval result is 91 days old, more than 90")]
    [InlineData(0.9, 1, "drafts", "wiki", "Block: collection \"drafts\" is not allowed")]
    [InlineData(0.9, 1, "DOCS", "wiki", "Allow")]
    [InlineData(0.9, 1, "docs", "forum-42", "Block: source \"forum-42\" is blocked")]
    [InlineData(0.1, 91, "drafts", "forum-42", "Block: a retrieval result is 91 days old, more than 90")]
    public Task Each_result_is_held_against_the_rules(double? score, int? age, string collection, string source, string answer) => Questions.InRunAsync(run =>
    {
        RetrievalPolicy policy = new(new RetrievalRules { AllowedCollections = ["docs"], BlockedSources = ["forum-*"] });
        run.RecordRetrievalResult(new RetrievalResult(score, source, collection, age is { } days ? s_now.AddDays(-days) : null));

        Assert.Equal(answer, policy.Evaluate(Step(run)).ToString());
    });

    [Fact]
    public Task Too_many_results_are_warned_about_when_they_come() => Questions.InRunAsync(run =>
    {
        RetrievalPolicy policy = new();
        Record(run, 10);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Step(run)));

        Record(run, 1);
        Assert.Equal("Warn: 11 retrieval results, more than 10", policy.Evaluate(Step(run)).ToString());
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Step(run)));
    });

    [Fact]
    public Task Too_few_results_are_told_before_a_language_model_is_called() => Questions.InRunAsync(run =>
    {
        RetrievalPolicy policy = new(new RetrievalRules { MinChunks = 2, ActionOnChunkViolation = PolicyAction.Block });
        PolicyContext call = Questions.Before(ScopeKind.LlmCall, "chat", run);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(call));

        Record(run, 1);
        Assert.Equal("Block: 1 retrieval results, fewer than 2", policy.Evaluate(call).ToString());
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Step(run)));
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).Action);

        Record(run, 1);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(call));
    });

    [Fact]
    public void A_retrieval_without_any_result_has_too_few()
    {
        PolicyContext call = Questions.Before(ScopeKind.LlmCall, "chat");
        call.Usage = new RunUsage { Retrievals = 1 };

        Assert.Equal("Warn: 0 retrieval results, fewer than 1", new RetrievalPolicy().Evaluate(call).ToString());
    }

    [Theory]
    [InlineData("aab", false)]
    [InlineData("aaab", true)]
    [InlineData("aaabb", false)]
    [InlineData("aA", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public Task Results_of_one_source_only_are_warned_about_after_the_run(string sources, bool warns) => Questions.InRunAsync(run =>
    {
        RetrievalPolicy policy = new(new RetrievalRules { RequireSourceDiversity = true, MaxSingleSourceRatio = 0.67 });
        foreach (char source in sources)
        {
            run.RecordRetrievalResult(new RetrievalResult(0.9, $"{source}"));
        }

        Assert.Equal(warns ? PolicyAction.Warn : PolicyAction.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).Action);
    });

    [Fact]
    public async Task A_real_run_is_told_of_a_stale_document()
    {
        await using TestObserver test = new(options => options.Policies.Add(new RetrievalPolicy()));

        PolicyResult? verdict = null;
        test.Observer.Run("agent", run =>
        {
            run.RecordRetrievalResult(new RetrievalResult(0.9, "wiki", "docs", DateTimeOffset.UtcNow.AddDays(-100)));
            verdict = run.CheckPolicy();
        });

        Assert.Equal("a retrieval result is 100 days old, more than 90", verdict!.Reason);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        RetrievalRules rules = RetrievalRules.Read(PolicyRules.Parse(
            """
            {"min_relevance_score":0.5,"max_source_age_days":1,"min_chunks":2,"max_chunks":3,"allowed_collections":["a"],"blocked_sources":["b"],
             "require_source_diversity":true,"max_single_source_ratio":0.25,"action_on_low_relevance":"block","action_on_stale_source":"warn",
             "action_on_chunk_violation":"block"}
            """));

        Assert.Equal((0.5, 1, 2, 3), (rules.MinRelevanceScore, rules.MaxSourceAgeDays, rules.MinChunks, rules.MaxChunks));
        Assert.Equal(["a"], rules.AllowedCollections);
        Assert.Equal(["b"], rules.BlockedSources);
        Assert.True(rules.RequireSourceDiversity);
        Assert.Equal(0.25, rules.MaxSingleSourceRatio);
        Assert.Equal(
            (PolicyAction.Block, PolicyAction.Warn, PolicyAction.Block),
            (rules.ActionOnLowRelevance, rules.ActionOnStaleSource, rules.ActionOnChunkViolation));
        Assert.Equal(new RetrievalRules { AllowedCollections = [], BlockedSources = [] }.MaxChunks, RetrievalRules.Read(PolicyRules.Parse("{}")).MaxChunks);
        Assert.Throws<PolicyFileException>(() => RetrievalRules.Read(PolicyRules.Parse("""{"min_relevance_score":70}""")));
        Assert.Throws<ArgumentException>(() => new RetrievalPolicy(new RetrievalRules { MinRelevanceScore = double.NaN }));
        Assert.Throws<ArgumentException>(() => new RetrievalPolicy(new RetrievalRules { MinChunks = 5, MaxChunks = 4 }));
    }

    private static PolicyContext Step(RunContext run) => Questions.Before(ScopeKind.Step, "step", run, clock: new ManualClock());

    private static void Record(RunContext run, int count)
    {
        for (int i = 0; i < count; i++)
        {
            run.RecordRetrievalResult(new RetrievalResult(0.9, $"source {i}"));
        }
    }
}
