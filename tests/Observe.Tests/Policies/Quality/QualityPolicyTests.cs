using System.Text.Json;
using Observe.CompilerServices;

namespace Observe.Tests.Policies.Quality;

public class QualityPolicyTests
{
    [Theory]
    [InlineData(QualityTemplateType.Contains, "SOURCES:", "see sources: a", null)]
    [InlineData(QualityTemplateType.Contains, "sources", "none", "the output does not contain \"sources\"")]
    [InlineData(QualityTemplateType.NotContains, "as an AI", "Here you are", null)]
    [InlineData(QualityTemplateType.NotContains, "as an AI", "As an ai, I cannot", "the output contains \"as an AI\"")]
    [InlineData(QualityTemplateType.Regex, @"^\d{4}$", "2026", null)]
    [InlineData(QualityTemplateType.Regex, @"^\d{4}$", "in 2026", @"the output does not match ""^\d{4}$""")]
    public void Texts_are_checked_by_fixed_rules(QualityTemplateType type, string value, string output, string? reason)
    {
        QualityPolicy policy = With(new QualityTemplateCheck(type) { Value = value });

        Assert.Equal(reason ?? "", policy.Evaluate(Returned(output)).Reason);
    }

    [Fact]
    public void A_regular_expression_can_be_inverted()
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.Regex) { Value = @"\bTODO\b", Invert = true });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Returned("done")));
        Assert.Equal(@"the output matches ""\bTODO\b""", policy.Evaluate(Returned("a TODO")).Reason);
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_fails_the_check()
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.Regex) { Value = "^(a+)+$" });

        Assert.Contains("took longer", policy.Evaluate(Returned(new string('a', 60) + "!")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 5, "hello", null)]
    [InlineData(null, 4, "hello", "the output has 5 characters, more than 4")]
    [InlineData(6, null, "hello", "the output has 5 characters, fewer than 6")]
    [InlineData(6, 9, "hello", "the output has 5 characters, not from 6 to 9")]
    [InlineData(5, 5, "hello", null)]
    public void Lengths_are_limited(int? min, int? max, string output, string? reason)
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.Length) { Min = min, Max = max });

        Assert.Equal(reason ?? "", policy.Evaluate(Returned(output)).Reason);
    }

    [Fact]
    public void Json_is_held_against_a_schema()
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.JsonSchema) { Schema = Json("""{"type":"object","required":["answer"]}""") });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Returned("""{"answer":42}""")));
        Assert.StartsWith("the output does not fit its schema: ", policy.Evaluate(Returned("{}")).Reason, StringComparison.Ordinal);
        Assert.Equal("the output is no JSON", policy.Evaluate(Returned("forty-two")).Reason);
    }

    [Fact]
    public void A_result_with_structure_is_checked_as_json()
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.JsonSchema) { Schema = Json("""{"required":["answer"]}""") });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Returned(CapturedValue.Map(("answer", 42)))));
    }

    [Fact]
    public void The_whole_output_can_be_required_to_be_json()
    {
        QualityPolicy any = new(new QualityRules { ValidateJsonOutput = true });
        QualityPolicy fitting = new(new QualityRules { ValidateJsonOutput = true, OutputSchema = Json("""{"type":"array"}"""), JsonOutputAction = PolicyAction.Warn });

        Assert.Equal(PolicyAction.Block, any.Evaluate(Returned("{")).Action);
        Assert.Same(PolicyResult.Allow, any.Evaluate(Returned("{}")));
        Assert.Equal(PolicyAction.Warn, fitting.Evaluate(Returned("{}")).Action);
        Assert.Same(PolicyResult.Allow, fitting.Evaluate(Returned("[]")));
    }

    [Fact]
    public void The_most_severe_failure_counts_and_all_are_told()
    {
        QualityPolicy policy = With(
            new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "a", Message = "no a" },
            new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "b", Message = "no b", Action = PolicyAction.Block },
            new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "c", Message = "no c", Action = PolicyAction.Retry });

        Assert.Equal("Block: no a; no b; no c", policy.Evaluate(Returned("x")).ToString());
    }

    [Fact]
    public void A_retry_tells_the_next_attempt_what_was_wrong_until_there_have_been_enough()
    {
        QualityPolicy policy = new(new QualityRules
        {
            TemplateChecks = [new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "sources", Action = PolicyAction.Retry }],
            MaxRetries = 2,
            FeedbackTemplate = "Again, because {reason}.",
        });
        PolicyContext question = Returned("nothing");

        PolicyResult answer = policy.Evaluate(question);

        Assert.True(answer.ShouldRetry);
        Assert.Equal("Again, because the output does not contain \"sources\".", answer.Feedback);
        Assert.Equal("2", answer.Metadata["max_retries"]);
        question.Attempt = 3;
        Assert.Equal("Block: the output does not contain \"sources\" (after 3 attempts)", policy.Evaluate(question).ToString());
    }

    [Fact]
    public async Task A_judge_gives_scores()
    {
        List<QualityCheck> asked = [];
        QualityPolicy policy = new(new QualityRules
        {
            JudgeChecks = [new QualityJudgeCheck("polite"), new QualityJudgeCheck("accurate") { Threshold = 0.9, Action = PolicyAction.Retry, Model = "judge-1" }],
            Judge = async (check, token) =>
            {
                await Task.Yield();
                asked.Add(check);
                return check.Criteria == "polite" ? 0.5 : 0.89;
            },
        });

        PolicyResult answer = await policy.EvaluateAsync(Returned("an answer"), default);

        Assert.Equal("Retry: \"accurate\" was scored 0.89, less than 0.9", answer.ToString());
        Assert.Equal(["polite", "accurate"], asked.Select(check => check.Criteria));
        Assert.Equal(["gpt-4o-mini", "judge-1"], asked.Select(check => check.Model));
        Assert.All(asked, check => Assert.Equal("an answer", check.Output));
        Assert.Equal(answer.ToString(), policy.Evaluate(Returned("an answer")).ToString());
    }

    [Fact]
    public void A_judge_is_not_asked_about_what_is_blocked_already()
    {
        QualityPolicy policy = new(new QualityRules
        {
            TemplateChecks = [new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "x", Action = PolicyAction.Block }],
            JudgeChecks = [new QualityJudgeCheck("polite")],
            Judge = (_, _) => throw new InvalidOperationException("asked"),
        });

        Assert.Equal(PolicyAction.Block, policy.Evaluate(Returned("answer")).Action);
        Assert.Throws<InvalidOperationException>(() => policy.Evaluate(Returned("x")));
    }

    [Fact]
    public void A_score_that_is_no_number_fails()
    {
        QualityPolicy policy = new(new QualityRules { JudgeChecks = [new QualityJudgeCheck("polite")], Judge = (_, _) => new ValueTask<double>(double.NaN) });

        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Returned("answer")).Action);
    }

    [Fact]
    public void A_failed_run_and_one_without_a_captured_result_have_no_quality()
    {
        QualityPolicy policy = With(new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "a", Action = PolicyAction.Block });

        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.After(ScopeKind.Run, "agent", error: new InvalidOperationException())));
        Assert.Equal(PolicyAction.Warn, policy.Evaluate(Questions.After(ScopeKind.Run, "agent")).Action);
        Assert.Same(PolicyResult.Allow, new QualityPolicy().Evaluate(Questions.After(ScopeKind.Run, "agent")));
    }

    [Fact]
    public async Task A_real_run_does_not_hand_out_a_bad_answer()
    {
        await using TestObserver test = new(options => options.Policies.Add(
            With(new QualityTemplateCheck(QualityTemplateType.NotContains) { Value = "as an AI", Action = PolicyAction.Block })));

        using IDisposable active = test.Observer.Activate();
        ScopeDescriptor agent = new(ScopeKind.Run, "agent");

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => AttributedCalls.Call(agent, () => "As an AI I cannot"));
        Assert.Equal("quality", violation.Result.Category);
        Assert.Equal("Certainly.", AttributedCalls.Call(agent, () => "Certainly."));
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        QualityRules rules = QualityRules.Read(
            PolicyRules.Parse(
                """
                {"template_checks":[{"type":"contains","value":"a","action":"error","message":"no a"},{"type":"not_contains","value":"b"},
                   {"type":"regex","pattern":"c+","invert":true,"action":"retry"},{"type":"json_schema","schema":{"type":"object"}},
                   {"type":"length","min":1,"max":2}],
                 "llm_checks":[{"criteria":"good"},{"criteria":"short","action":"error","model":"m","threshold":0.75}],
                 "validate_json_output":true,"output_schema":{"type":"object"},"json_output_action":"retry",
                 "retry_config":{"max_retries":5,"feedback_template":"again"},
                 "min_confidence_score":0.5,"require_sources":true,"max_hallucination_score":0.25}
                """),
            (_, _) => new ValueTask<double>(1));

        Assert.Equal(
            [QualityTemplateType.Contains, QualityTemplateType.NotContains, QualityTemplateType.Regex, QualityTemplateType.JsonSchema, QualityTemplateType.Length],
            rules.TemplateChecks.Select(check => check.Type));
        Assert.Equal(
            [PolicyAction.Block, PolicyAction.Warn, PolicyAction.Retry, PolicyAction.Warn, PolicyAction.Warn],
            rules.TemplateChecks.Select(check => check.Action));
        Assert.Equal(("a", "no a"), (rules.TemplateChecks[0].Value, rules.TemplateChecks[0].Message));
        Assert.Equal(("c+", true), (rules.TemplateChecks[2].Value, rules.TemplateChecks[2].Invert));
        Assert.Equal((1, 2), (rules.TemplateChecks[4].Min, rules.TemplateChecks[4].Max));
        Assert.Equal(
            [new QualityJudgeCheck("good"), new QualityJudgeCheck("short") { Action = PolicyAction.Block, Model = "m", Threshold = 0.75 }],
            rules.JudgeChecks);
        Assert.True(rules.ValidateJsonOutput);
        Assert.Equal(PolicyAction.Retry, rules.JsonOutputAction);
        Assert.Equal((5, "again"), (rules.MaxRetries, rules.FeedbackTemplate));
        Assert.Equal((0.5, true, 0.25), (rules.MinConfidenceScore, rules.RequireSources, rules.MaxHallucinationScore));
        Assert.NotNull(new QualityPolicy(rules));
    }

    [Theory]
    [InlineData("""{"llm_checks":[{"criteria":"good"}]}""", "needs a judge")]
    [InlineData("""{"template_checks":[{"value":"a"}]}""", "type")]
    [InlineData("""{"template_checks":[{"type":"contains"}]}""", "value")]
    [InlineData("""{"template_checks":[{"type":"regex","pattern":"("}]}""", "regular expression")]
    [InlineData("""{"template_checks":[{"type":"length"}]}""", "needed")]
    [InlineData("""{"template_checks":[{"type":"length","min":3,"max":2}]}""", "max")]
    [InlineData("""{"template_checks":[{"type":"contains","value":"a","action":"block"}]}""", "action")]
    [InlineData("""{"retry_config":{"max_retries":-1}}""", "max_retries")]
    public void A_wrong_rule_of_a_file_is_an_error(string json, string says) =>
        Assert.Contains(says, Assert.Throws<PolicyFileException>(() => QualityRules.Read(PolicyRules.Parse(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_rule_in_code_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => With(new QualityTemplateCheck(QualityTemplateType.Contains)));
        Assert.Throws<ArgumentException>(() => With(new QualityTemplateCheck(QualityTemplateType.Regex) { Value = "(" }));
        Assert.Throws<ArgumentException>(() => With(new QualityTemplateCheck(QualityTemplateType.JsonSchema)));
        Assert.Throws<ArgumentException>(() => With(new QualityTemplateCheck(QualityTemplateType.Length)));
        Assert.Throws<ArgumentException>(() => With(new QualityTemplateCheck(QualityTemplateType.Contains) { Value = "a", Action = PolicyAction.Skip }));
        Assert.Throws<ArgumentException>(() => new QualityPolicy(new QualityRules { JudgeChecks = [new QualityJudgeCheck("good")] }));
    }

    private static QualityPolicy With(params QualityTemplateCheck[] checks) => new(new QualityRules { TemplateChecks = checks });

    private static PolicyContext Returned(CapturedValue result) => Questions.After(ScopeKind.Run, "agent", result: result);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
