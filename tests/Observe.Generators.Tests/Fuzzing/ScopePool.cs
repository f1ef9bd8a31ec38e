namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Scope attributes with their arguments, retries and policies.</summary>
internal static class ScopePool
{
    public static FuzzedScope Draw(Draft draft, FuzzedReturn returned, IReadOnlyList<FuzzedParameter> parameters, bool isAwaitable)
    {
        FuzzedScope scope = Leading(draft, returned);
        bool isStream = returned.Kind is ReturnKind.Sequence or ReturnKind.Stream;
        if (scope.Kind != "Observe" && !isStream && isAwaitable && returned.Kind != ReturnKind.Unsupported && draft.Choices.Chance(12))
        {
            scope = scope with { IsRetried = true, Attributes = [.. scope.Attributes, Retry(draft)] };
        }
        else if (scope.Kind != "Observe" && isStream && draft.Choices.Chance(4) && draft.MayBreak("OBS1016"))
        {
            scope = scope with { Attributes = [.. scope.Attributes, "Retry"] };
        }

        for (int i = 0; i < 2 && draft.Choices.Chance(12); i++)
        {
            scope = Guarded(draft, scope, parameters, i);
        }

        if (draft.Choices.Chance(2) && draft.MayBreak("OBS1006"))
        {
            scope = scope with { Attributes = [.. scope.Attributes, scope.Kind == "Step" ? "ToolCall" : "Step"] };
        }

        return scope;
    }

    private static FuzzedScope Leading(Draft draft, FuzzedReturn returned)
    {
        string name = draft.Choices.OneOf("", "", "\"my-name\"", "name: \"a \\\"quoted\\\" {0} \\\\ \\n name\"", "global::Fuzz.Names.Constant", "\"\"\"raw\"\"\"", "\"名\"");
        string capture = draft.Choices.Chance(10) ? "Capture = global::Observe.CaptureMode." + draft.Choices.OneOf("None", "Arguments", "Result", "All", "Default") : "";
        string leaf = draft.Choices.Chance(10) ? "Leaf = true" : "";
        string kind = draft.Choices.OneOf("Step", "Step", "Observe", "Observe", "ToolCall", "ToolCall", "Retrieval", "Reasoning", "LlmCall", "Decision");
        bool isOption = returned is { Kind: ReturnKind.Value or ReturnKind.TaskOfResult or ReturnKind.ValueTaskOfResult, Result.CanBeTypeArgument: true };
        if (kind == "Decision" && !isOption && !draft.MayBreak("OBS1011"))
        {
            kind = "Step";
        }

        string more = kind switch
        {
            "Observe" => draft.Choices.OneOf("", "Workflow = \"w\"", "SessionId = \"s\", UserId = null", "EnforcePolicy = false, MidExecutionGovernance = true"),
            "ToolCall" => draft.Choices.OneOf("", "ToolType = global::Observe.ToolTypes.Api", "ToolType = \"own\" + \"type\""),
            "Retrieval" => draft.Choices.OneOf("", "Source = \"docs\"", "Source = null"),
            "LlmCall" => draft.Choices.OneOf("", "Model = \"gpt-4o\"", "Model = \"m\", Provider = \"p\", Task = \"t\""),
            "Decision" => draft.Choices.OneOf("", "Options = new[] { \"a\", \"b\" }", "Options = [\"x\"]", "Options = []"),
            _ => "",
        };
        if (kind == "Decision" && !more.StartsWith("Options", StringComparison.Ordinal) && isOption && !(draft.Choices.Chance(30) && draft.MayBreak("OBS1023")))
        {
            more = "Options = []";
        }

        if (kind is "Observe" or "LlmCall")
        {
            leaf = "";
        }

        string arguments = string.Join(", ", new[] { name, more, leaf, capture }.Where(static part => part.Length > 0));
        return new FuzzedScope(kind) { Attributes = [arguments.Length == 0 ? kind : $"{kind}({arguments})"], IsBroken = draft.Rule is "OBS1011" };
    }

    private static string Retry(Draft draft) => draft.Choices.OneOf(
        "Retry(1)",
        "Retry(1, DelayMilliseconds = 0)",
        "Retry(1, Name = \"again\", MaxDelayMilliseconds = 5)",
        "Retry(1, On = [typeof(global::System.TimeoutException), typeof(global::System.IO.IOException)])",
        "Retry(maxAttempts: 1, BreakAfter = 1000, BreakSeconds = 0.5)");

    private static FuzzedScope Guarded(Draft draft, FuzzedScope scope, IReadOnlyList<FuzzedParameter> parameters, int round)
    {
        bool hasToken = parameters.Any(static parameter => parameter.Passing.Length == 0 && parameter.Type.Text.TrimEnd('?').EndsWith("CancellationToken", StringComparison.Ordinal) && !parameter.Type.Text.EndsWith('?'));
        string policy = draft.Choices.OneOf(
            "MaxSteps(100000)",
            "Budget(MaxCostUsd = 1e6, MaxTokens = long.MaxValue)",
            "Policy(typeof(global::Fuzz.Allowing))",
            "Budget(MaxDurationSeconds = 100)",
            "RateLimit(MaxPerMinute = 1000000, MaxPerHour = int.MaxValue)",
            "AllowTools(\"a\", \"b\\\"\")",
            "RequireUserGroup(\"g\")",
            "RequireApproval(Reason = \"because\", TimeoutMinutes = 0.5)",
            "Policy(\"named\")");
        if (policy.Contains("Duration", StringComparison.Ordinal) && !hasToken && !draft.MayBreak("OBS1021"))
        {
            return scope;
        }

        string name = policy[..policy.IndexOf('(', StringComparison.Ordinal)];
        bool isTwice = round > 0 && scope.Attributes.Any(attribute => attribute.StartsWith(name, StringComparison.Ordinal));
        return isTwice ? scope : scope with
        {
            Attributes = [.. scope.Attributes, policy],
            IsBlocking = scope.IsBlocking || name is "AllowTools" or "RequireUserGroup" or "RequireApproval" || policy == "Policy(\"named\")",
        };
    }
}
