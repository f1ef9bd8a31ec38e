namespace Observe.Policies;

/// <summary>Reads <see cref="QualityRules"/> from a policy file.</summary>
internal static class QualityRulesReader
{
    public static QualityRules Read(PolicyRules rules, Func<QualityCheck, CancellationToken, ValueTask<double>>? judge)
    {
        QualityRules defaults = new();
        PolicyRules? retry = rules.Object("retry_config");
        return new QualityRules
        {
            TemplateChecks = ReadTemplates(rules.Objects("template_checks")),
            JudgeChecks = ReadJudges(rules, judge is not null),
            Judge = judge,
            ValidateJsonOutput = rules.Boolean("validate_json_output", false),
            OutputSchema = rules.Json("output_schema"),
            JsonOutputAction = ActionOf(rules, "json_output_action", "error"),
            MaxRetries = retry?.Integer("max_retries", defaults.MaxRetries, minimum: 0) ?? defaults.MaxRetries,
            FeedbackTemplate = retry?.Text("feedback_template") ?? defaults.FeedbackTemplate,
            MinConfidenceScore = (double?)rules.Number("min_confidence_score", null, 0m, 1m),
            RequireSources = rules.Boolean("require_sources", false),
            MaxHallucinationScore = (double?)rules.Number("max_hallucination_score", null, 0m, 1m),
        };
    }

    private static List<QualityTemplateCheck> ReadTemplates(IReadOnlyList<PolicyRules> objects)
    {
        List<QualityTemplateCheck> checks = [];
        foreach (PolicyRules check in objects)
        {
            if (!check.Has("type"))
            {
                throw check.Wrong("type", "is missing: name one of contains, not_contains, regex, json_schema, length");
            }

            checks.Add(ReadTemplate(check) with { Action = ActionOf(check, "action", "warn"), Message = check.Text("message") });
        }

        return checks;
    }

    private static QualityTemplateCheck ReadTemplate(PolicyRules check)
    {
        switch (check.Word("type", "", "contains", "not_contains", "regex", "json_schema", "length"))
        {
            case "contains":
                return new QualityTemplateCheck(QualityTemplateType.Contains) { Value = Needed(check, "value") };
            case "not_contains":
                return new QualityTemplateCheck(QualityTemplateType.NotContains) { Value = Needed(check, "value") };
            case "regex":
                QualityTemplateCheck regex = new(QualityTemplateType.Regex)
                {
                    Value = Needed(check, "pattern"),
                    Invert = check.Boolean("invert", false),
                };
                return QualityProbe.IsPattern(regex.Value) ? regex : throw check.Wrong("pattern", "is no regular expression of .NET");
            case "json_schema":
                return check.Has("schema")
                    ? new QualityTemplateCheck(QualityTemplateType.JsonSchema) { Schema = check.Json("schema") }
                    : throw check.Wrong("schema", "is missing");
            default:
                return ReadLength(check);
        }
    }

    private static QualityTemplateCheck ReadLength(PolicyRules check)
    {
        int? min = check.Integer("min", minimum: 0);
        int? max = check.Integer("max", minimum: 0);
        return min is null && max is null ? throw check.Wrong("min", "or max is needed")
            : min > max ? throw check.Wrong("max", "must not be less than min")
            : new QualityTemplateCheck(QualityTemplateType.Length) { Min = min, Max = max };
    }

    private static List<QualityJudgeCheck> ReadJudges(PolicyRules rules, bool hasJudge)
    {
        List<QualityJudgeCheck> checks = [];
        foreach (PolicyRules check in rules.Objects("llm_checks"))
        {
            checks.Add(new QualityJudgeCheck(Needed(check, "criteria"))
            {
                Action = ActionOf(check, "action", "warn"),
                Model = check.Text("model") ?? "gpt-4o-mini",
                Threshold = (double)(check.Number("threshold", 0.5m, 0m, 1m) ?? 0.5m),
            });
        }

        // Checks that nobody makes would look like checks that pass.
        return checks.Count == 0 || hasJudge ? checks : throw rules.Wrong(
            "llm_checks", "needs a judge, which only code can give: add a category with AddCategory that calls QualityRules.Read with one");
    }

    private static string Needed(PolicyRules rules, string name) =>
        rules.Text(name) is { Length: > 0 } text ? text : throw rules.Wrong(name, "is missing or empty");

    private static PolicyAction ActionOf(PolicyRules rules, string name, string absent) => rules.Word(name, absent, "warn", "error", "retry") switch
    {
        "error" => PolicyAction.Block,
        "retry" => PolicyAction.Retry,
        _ => PolicyAction.Warn,
    };
}
