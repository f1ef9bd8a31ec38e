namespace Observe.Tests.Policies;

public class DocumentedRulesTests
{
    [Theory]
    [InlineData("approval", """{"require_approval_for":[],"cost_threshold":1,"approvers":[],"timeout_minutes":1,"action_on_timeout":"warn","auto_approve_below_risk":"none"}""")]
    [InlineData("end-user-rate-limit", """{"enabled":true,"action_on_exceed":"block","window_seconds":1}""")]
    [InlineData("end-user-suspension", """{"enabled":true,"grace_seconds":0}""")]
    [InlineData("input-validation", """{"validate_schema":false,"input_schema":{},"max_input_size_kb":1,"allowed_input_types":[],"reject_empty_input":true,"sanitize_html":true,"action_on_violation":"warn"}""")]
    [InlineData("scope", """{"max_records_modified":1,"max_records_deleted":0,"max_files_changed":1,"max_transaction_amount":1.5,"max_api_writes":1,"require_rollback_capability":true,"dry_run_first":true,"action_on_violation":"warn"}""")]
    [InlineData("network", """{"allowed_domains":[],"blocked_domains":[],"allowed_protocols":[],"block_external":true,"log_all_requests":true,"action_on_violation":"warn"}""")]
    [InlineData("data-access", """{"allowed_data_sources":[],"blocked_data_sources":[],"read_only_sources":[],"max_records_per_query":1,"action_on_violation":"warn"}""")]
    [InlineData("grounding", """{"require_source_grounding":true,"min_grounding_score":1,"min_citations":1,"max_unsupported_claims":null,"factual_consistency_check":true,"abstention_threshold":null,"abstention_response":null,"score_relevance_floor":null,"score_eval_mode":"all","score_top_n":1,"action_on_violation":"warn"}""")]
    [InlineData("retrieval", """{"min_relevance_score":1,"max_source_age_days":1,"min_chunks":1,"max_chunks":1,"allowed_collections":[],"blocked_sources":[],"require_source_diversity":true,"max_single_source_ratio":1,"action_on_low_relevance":"warn","action_on_stale_source":"warn","action_on_chunk_violation":"warn"}""")]
    [InlineData("quality", """{"template_checks":[{"type":"contains","value":"a","action":"warn","message":"m"},{"type":"regex","pattern":"a","invert":true,"action":"error","message":"m"},{"type":"json_schema","schema":{"type":"object","properties":{"a":{"type":"string"}}},"action":"retry"},{"type":"length","min":1,"max":2}],"llm_checks":[],"validate_json_output":true,"output_schema":{"type":"object"},"retry_config":{"max_retries":1,"feedback_template":"f"},"min_confidence_score":1,"require_sources":true,"max_hallucination_score":1}""")]
    [InlineData("prompt-injection-guard", """{"detection_mode":"heuristic","min_confidence":1,"blocked_patterns":[],"max_payload_kb":1,"action_on_violation":"warn","scan_indirect":true}""")]
    public void All_of_them_are_understood_and_no_other(string category, string json)
    {
        PolicyRules rules = PolicyRules.Parse(json);
        PolicyRules typo = PolicyRules.Parse(json.Insert(1, "\"mistyped\":1,"));

        IPolicy policy = Make(category, rules);
        Make(category, typo);

        Assert.Equal((category, "mine"), (policy.Category, policy.Name));
        Assert.Empty(Unknown(rules));
        Assert.Contains("mistyped", Assert.Single(Unknown(typo)), StringComparison.Ordinal);
    }

    private static IPolicy Make(string category, PolicyRules rules) => category switch
    {
        "approval" => new ApprovalPolicy(ApprovalRules.Read(rules), "mine"),
        "end-user-rate-limit" => new EndUserRateLimitPolicy(EndUserRateLimitRules.Read(rules), "mine"),
        "end-user-suspension" => new EndUserSuspensionPolicy(EndUserSuspensionRules.Read(rules), "mine"),
        "input-validation" => new InputValidationPolicy(InputValidationRules.Read(rules), "mine"),
        "scope" => new ScopePolicy(ScopeRules.Read(rules), "mine"),
        "network" => new NetworkPolicy(NetworkRules.Read(rules), "mine"),
        "data-access" => new DataAccessPolicy(DataAccessRules.Read(rules), "mine"),
        "grounding" => new GroundingPolicy(GroundingRules.Read(rules), "mine"),
        "retrieval" => new RetrievalPolicy(RetrievalRules.Read(rules), "mine"),
        "quality" => new QualityPolicy(QualityRules.Read(rules), "mine"),
        _ => new PromptInjectionGuardPolicy(PromptInjectionGuardRules.Read(rules), "mine"),
    };

    private static List<string> Unknown(PolicyRules rules)
    {
        List<PolicyFileException> problems = [];
        rules.AddUnasked(problems);
        return problems.ConvertAll(problem => problem.Message);
    }
}
