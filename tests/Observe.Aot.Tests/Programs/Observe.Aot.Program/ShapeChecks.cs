namespace Observe.Aot.Checks;

/// <summary>Methods of every shape, and what is recorded of them.</summary>
internal static class ShapeChecks
{
    public static async Task RunAsync(Checks checks)
    {
        string result = "";
        IReadOnlyList<RunTrace> runs = await Recorded.RunsOfAsync(async _ => result = await new Shapes().RunAsync("s-1", Route.Shipping));
        checks.Equal("runs", 2, runs.Count);
        RunTrace inner = runs[0];
        RunTrace run = runs[^1];

        checks.Equal("result of the call", "s-1 100 9", result);
        checks.Equal("result in the trace", "\"s-1 100 9\"", run.Result);
        checks.Equal("agent and workflow", "shapes checks", $"{run.Agent} {run.Workflow}");
        checks.Equal("session", "s-1", run.SessionId);
        checks.Equal("tag", "route=Shipping", $"{run.Tags[0].Key}={run.Tags[0].Value}");
        checks.Equal("metadata", """[1,2.5,"three"]""", run.Metadata[0].Value);
        checks.Equal("arguments of the run", """{"session":"s-1","route":"Shipping"}""", run.Arguments);
        CheckScopes(checks, run);

        checks.Equal("nested run: trace", run.TraceId.ToHexString(), inner.TraceId.ToHexString());
        checks.Equal("nested run: parent", run.SpanId.ToHexString(), inner.ParentSpanId?.ToHexString());
        Scope(checks, inner, "note", 0, """{"text":"inner"}""", null);
    }

    private static void CheckScopes(Checks checks, RunTrace run)
    {
        Scope(checks, run, "add", 0, """{"a":1,"b":2}""", "3");
        Scope(checks, run, "note", 0, """{"text":"text"}""", null);
        Scope(checks, run, "swap", 0, """{"value":3,"unchanged":3}""", null);
        Scope(checks, run, "echo", 0, null, null, ignoreValues: true);
        Scope(checks, run, "echo", 1, null, null, ignoreValues: true);
        Scope(checks, run, "pair", 0, null, null, ignoreValues: true);
        Scope(checks, run, "sum", 0, """{"numbers":[1,2,3]}""", "6");
        Scope(checks, run, "greet", 0, """{"name":"world"}""", "\"Hello, world\"");
        Scope(checks, run, "pause", 0, null, null);
        Scope(checks, run, "fetch", 0, """{"what":"slow","after":"00:00:00.0010000"}""", "\"slow\"");
        Scope(checks, run, "fetch", 1, """{"what":"fast","after":"00:00:00"}""", "\"fast\"");
        Scope(checks, run, "touch", 0, null, null);
        Scope(checks, run, "count", 0, """{"routes":["Shipping"]}""", "1");
        ScopeTrace numbers = Scope(checks, run, "numbers", 0, """{"to":3}""", "[1,2,3]");
        checks.That("numbers: read to the end", numbers is { Items: 3, Completed: true }, $"{numbers.Items} {numbers.Completed}");
        ScopeTrace words = Scope(checks, run, "words", 0, """{"text":"one two three"}""", """["one","two"]""");
        checks.That("words: left early", words is { Items: 2, Completed: false }, $"{words.Items} {words.Completed}");
        ScopeTrace route = Scope(checks, run, "choose_route", 0, """{"text":"refund"}""", "\"Billing\"");
        checks.Equal("choose_route: options", "Billing Shipping", string.Join(' ', route.Options));
        checks.Equal("choose_route: reasoning", "says refund", route.Reasoning);
        checks.That("choose_route: confidence", route.Confidence == 0.75, $"{route.Confidence}");
        Scope(checks, run, "is_urgent", 0, """{"text":"refund"}""", "false");
        Scope(checks, run, "increment", 0, """{"by":1}""", "21");
        Scope(checks, run, "move", 0, """{"dx":3,"dy":4}""", """{"X":4,"Y":6}""");
        Scope(checks, run, "look_up", 0, """{"key":"a"}""", "\"aa\"");
        Scope(checks, run, "look_up", 1, """{"key":"b"}""", "\"bb\"");
        ScopeTrace fail = Scope(checks, run, "fail", 0, """{"why":"reason"}""", null);
        checks.Equal("fail: error", "Error System.InvalidOperationException reason", $"{fail.Outcome} {fail.Error?.Type} {fail.Error?.Message}");
    }

    private static ScopeTrace Scope(
        Checks checks, RunTrace run, string name, int index, string? arguments, string? result, bool ignoreValues = false)
    {
        foreach (ScopeTrace scope in run.Scopes)
        {
            if (scope.Name == name && index-- == 0)
            {
                if (ignoreValues)
                {
                    checks.That($"{name}: recorded", scope.Outcome == Outcome.Ok, $"{scope.Outcome}");
                }
                else
                {
                    checks.Equal($"{name}: arguments", arguments, scope.Arguments);
                    checks.Equal($"{name}: result", result, scope.Result);
                }

                return scope;
            }
        }

        throw new InvalidOperationException($"{name} was not recorded.");
    }
}
