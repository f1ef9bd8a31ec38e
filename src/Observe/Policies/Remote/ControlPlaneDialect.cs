using System.Net.Http.Headers;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>
/// The policy check of a control plane. The question has the fields of both known dialects: <c>agent_name</c> and
/// <c>workflow_name</c> of the one, <c>agent_name</c>, <c>action</c>, <c>run_id</c> and <c>context</c> of the other.
/// </summary>
internal sealed class ControlPlaneDialect(ControlPlanePolicyOptions options) : RemoteDialect
{
    private readonly string? _key = options.Key;
    private readonly ControlPlaneKeyHeader _header = options.KeyHeader;
    private readonly PolicyFailure _onFailure = options.OnFailure;

    public override Uri Address { get; } = Append(options.BaseAddress, "api/v1/observe/policy-check/");

    public override void Authenticate(HttpRequestHeaders headers)
    {
        if (_key is null)
        {
            return;
        }

        if (_header == ControlPlaneKeyHeader.Bearer)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        }
        else
        {
            headers.TryAddWithoutValidation("X-Wax-Key", _key);
        }
    }

    public override void BeginQuestion(Utf8JsonWriter json, PolicyContext context, bool sendArguments)
    {
        json.WriteStartObject();
        json.WriteString("agent_name"u8, context.Run.Agent);
        json.WriteString("workflow_name"u8, context.Run.Workflow);
        json.WriteString("action"u8, ActionOf(context));
        QuestionText.WritePeople(json, context.Run);
        json.WriteStartObject("context"u8);
        QuestionText.WriteSubject(json, context, sendArguments);
    }

    public override void EndQuestion(Utf8JsonWriter json, PolicyContext context)
    {
        QuestionText.WriteState(json, context);
        json.WriteEndObject();
        json.WriteString("run_id"u8, context.Run.RunId);
        json.WriteEndObject();
    }

    public override PolicyResult? Read(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Object && DecisionWord.TryFind(reply, _onFailure, out DecisionWord? word) && word is { } known
            ? DecisionText.Read(reply, known, reason: null)
            : null;

    private static string ActionOf(PolicyContext context) => context.Kind switch
    {
        ScopeKind.Run => "run",
        ScopeKind.ToolCall => $"tool:{context.Name}",
        ScopeKind.LlmCall => $"llm:{context.Model ?? context.Name}",
        var kind => $"{QuestionText.WordOf(kind)}:{context.Name}",
    };
}
