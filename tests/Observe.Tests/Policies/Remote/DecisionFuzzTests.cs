using System.Text;
using System.Text.Json;
using Observe.Policies.Remote;

namespace Observe.Tests.Policies.Remote;

public sealed class DecisionFuzzTests
{
    private static readonly string[] s_names =
    [
        "action", "decision", "allow", "allowed", "deny", "denied", "reason", "message", "metadata", "category", "policy_id",
        "retry_after_seconds", "redacted_content", "retry_feedback", "result",
    ];

    private static readonly string[] s_scalars =
    [
        "null", "true", "false", "0", "-1", "1e308", "2.5", "\"\"", "\"allow\"", "\"BLOCK\"", "\"retry\"", "\"odd\"", "\"30\"", "{}", "[]",
    ];

    private readonly Random _random = new(20260305);

    [Fact]
    public void An_answer_of_any_types_is_understood_or_not_and_never_an_exception()
    {
        ControlPlaneDialect controlPlane = new(new ControlPlanePolicyOptions { BaseAddress = new Uri("http://localhost") });
        OpaDialect opa = new(new OpaPolicyOptions { BaseAddress = new Uri("http://localhost"), Path = "a" });
        int understood = 0;
        for (int round = 0; round < 20_000; round++)
        {
            using JsonDocument answer = JsonDocument.Parse(Object(depth: 0));
            using JsonDocument wrapped = JsonDocument.Parse($"{{\"result\":{Object(depth: 0)}}}");
            understood += controlPlane.Read(answer.RootElement) is null ? 0 : 1;
            understood += opa.Read(wrapped.RootElement) is null ? 0 : 1;
        }

        Assert.InRange(understood, 1_000, 39_000);
    }

    [Fact]
    public void An_object_that_denies_anything_never_allows()
    {
        OpaDialect opa = new(new OpaPolicyOptions { BaseAddress = new Uri("http://localhost"), Path = "a", OnFailure = PolicyFailure.Open });
        for (int round = 0; round < 20_000; round++)
        {
            string json = Object(depth: 0).Replace("\"denied\"", "\"x\"", StringComparison.Ordinal);
            using JsonDocument wrapped = JsonDocument.Parse($"{{\"result\":{json[..^1]}{(json.Length > 2 ? "," : "")}\"denied\":[\"no\"]}}}}");
            Assert.NotEqual(true, opa.Read(wrapped.RootElement)?.Allowed);
        }
    }

    private string Object(int depth)
    {
        StringBuilder json = new("{");
        for (int i = _random.Next(5); i > 0; i--)
        {
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(s_names[_random.Next(s_names.Length)]).Append("\":").Append(Value(depth));
        }

        return json.Append('}').ToString();
    }

    private string Value(int depth) => (depth < 3 ? _random.Next(6) : 0) switch
    {
        4 => $"[{Value(depth + 1)},{Value(depth + 1)}]",
        5 => Object(depth + 1),
        _ => s_scalars[_random.Next(s_scalars.Length)],
    };
}
