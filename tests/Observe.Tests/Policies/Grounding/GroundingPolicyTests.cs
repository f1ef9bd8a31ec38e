namespace Observe.Tests.Policies.Grounding;

public class GroundingPolicyTests
{
    [Theory]
    [InlineData(GroundingScoreMode.All, null, "0.9 0.8", null)]
    [InlineData(GroundingScoreMode.All, null, "0.9 0.7", null)]
    [InlineData(GroundingScoreMode.All, null, "0.9 0.6 0.8 0.5", "2 of 4 retrieval scores are less than 0.7")]
    [InlineData(GroundingScoreMode.All, 0.55, "0.9 0.5", null)]
    [InlineData(GroundingScoreMode.All, 0.55, "0.9 0.6 0.5", "1 of 2 retrieval scores are less than 0.7")]
    [InlineData(GroundingScoreMode.All, 0.95, "0.1 0.2", null)]
    [InlineData(GroundingScoreMode.Average, null, "0.9 0.5", null)]
    [InlineData(GroundingScoreMode.Average, null, "0.8 0.5", "the mean of 2 retrieval scores is 0.65, less than 0.7")]
    [InlineData(GroundingScoreMode.Average, 0.6, "0.8 0.1", null)]
    [InlineData(GroundingScoreMode.TopN, null, "0.1 0.9 0.2 0.8", null)]
    [InlineData(GroundingScoreMode.TopN, null, "0.1 0.9 0.2", "1 of 2 retrieval scores are less than 0.7")]
    [InlineData(GroundingScoreMode.TopN, null, "0.6", "1 of 1 retrieval scores are less than 0.7")]
    [InlineData(GroundingScoreMode.All, null, "", null)]
    [InlineData(GroundingScoreMode.All, null, "NaN", "1 of 1 retrieval scores are less than 0.7")]
    public Task Scores_of_retrieval_results_are_judged_together(GroundingScoreMode mode, double? floor, string scores, string? reason) => Questions.InRunAsync(run =>
    {
        GroundingPolicy policy = new(new GroundingRules { ScoreEvalMode = mode, ScoreRelevanceFloor = floor, ScoreTopN = 2 });
        foreach (string score in scores.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            run.RecordRetrievalResult(new RetrievalResult(double.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal(reason ?? "", policy.Evaluate(Questions.Before(ScopeKind.LlmCall, "chat", run)).Reason);
    });

    [Fact]
    public Task Better_results_lift_a_block() => Questions.InRunAsync(run =>
    {
        GroundingPolicy policy = new(new GroundingRules { ScoreEvalMode = GroundingScoreMode.Average, ActionOnViolation = PolicyAction.Block });
        PolicyContext call = Questions.Before(ScopeKind.LlmCall, "chat", run);
        run.RecordRetrievalResult(new RetrievalResult(0.5));
        Assert.True(policy.Evaluate(call).Blocked);
        Assert.True(policy.Evaluate(call).Blocked);

        run.RecordRetrievalResult(new RetrievalResult(1.0));
        Assert.Same(PolicyResult.Allow, policy.Evaluate(call));
    });

    [Theory]
    [InlineData("grounding_score", 0.7, "Allow")]
    [InlineData("grounding_score", 0.65, "Warn: the grounding score is 0.65, less than 0.7")]
    [InlineData("citations", 1, "Allow")]
    [InlineData("citations", 0, "Warn: the answer has 0 citations, fewer than 1")]
    [InlineData("unsupported_claims", 2, "Allow")]
    [InlineData("unsupported_claims", 3, "Warn: the answer has 3 unsupported claims, more than 2")]
    [InlineData("output_confidence", 0.4, "Allow")]
    [InlineData("output_confidence", 0.39, "Block: the confidence is 0.39, less than 0.4: the agent should abstain")]
    [InlineData("another_score", 0, "Allow")]
    public Task Recorded_scores_are_checked_after_the_run_and_by_hand(string score, double value, string answer) => Questions.InRunAsync(run =>
    {
        GroundingPolicy policy = new(new GroundingRules { MaxUnsupportedClaims = 2, AbstentionThreshold = 0.4 });
        run.RecordScore(score, value);

        Assert.Equal(answer, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).ToString());
        Assert.Equal(answer, policy.Evaluate(Questions.Checkpoint(run)).ToString());
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.LlmCall, "chat", run)));
    });

    [Fact]
    public Task Citations_can_be_required() => Questions.InRunAsync(run =>
    {
        GroundingPolicy policy = new(new GroundingRules { RequireSourceGrounding = true, ActionOnViolation = PolicyAction.Block });
        Assert.Equal("Block: the answer has no citations", policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)).ToString());
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Checkpoint(run)));
        Assert.Same(PolicyResult.Allow, new GroundingPolicy().Evaluate(Questions.After(ScopeKind.Run, "agent", run)));

        run.RecordScore("citations", 2);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", run)));
    });

    [Fact]
    public Task An_agent_that_should_abstain_is_told_what_to_say() => Questions.InRunAsync(run =>
    {
        run.RecordScore("output_confidence", 0.1);
        GroundingPolicy policy = new(new GroundingRules { AbstentionThreshold = 0.5, AbstentionResponse = "I do not know." });

        PolicyResult answer = policy.Evaluate(Questions.Checkpoint(run));

        Assert.Equal("I do not know.", answer.Metadata["abstention_response"]);
        Assert.Equal("true", answer.Metadata["abstain"]);
    });

    [Fact]
    public async Task A_real_run_without_citations_does_not_hand_out_its_answer()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new GroundingPolicy(new GroundingRules { RequireSourceGrounding = true, ActionOnViolation = PolicyAction.Block })));

        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", run => "an answer"));
        Assert.Equal("an answer", test.Observer.Run("agent", run =>
        {
            run.RecordScore("citations", 3);
            return "an answer";
        }));
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        GroundingRules rules = GroundingRules.Read(PolicyRules.Parse(
            """
            {"require_source_grounding":true,"min_grounding_score":0.5,"min_citations":2,"max_unsupported_claims":3,"factual_consistency_check":true,
             "abstention_threshold":0.25,"abstention_response":"no","score_relevance_floor":0.125,"score_eval_mode":"top_n","score_top_n":4,
             "action_on_violation":"block"}
            """));

        Assert.Equal(
            new GroundingRules
            {
                RequireSourceGrounding = true,
                MinGroundingScore = 0.5,
                MinCitations = 2,
                MaxUnsupportedClaims = 3,
                FactualConsistencyCheck = true,
                AbstentionThreshold = 0.25,
                AbstentionResponse = "no",
                ScoreRelevanceFloor = 0.125,
                ScoreEvalMode = GroundingScoreMode.TopN,
                ScoreTopN = 4,
                ActionOnViolation = PolicyAction.Block,
            },
            rules);
        Assert.Equal(new GroundingRules(), GroundingRules.Read(PolicyRules.Parse("{}")));
        Assert.Throws<PolicyFileException>(() => GroundingRules.Read(PolicyRules.Parse("""{"score_eval_mode":"best"}""")));
        Assert.Throws<ArgumentException>(() => new GroundingPolicy(new GroundingRules { ScoreTopN = 0 }));
    }
}
