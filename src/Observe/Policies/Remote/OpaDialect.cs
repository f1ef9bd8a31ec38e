using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>The data API of Open Policy Agent.</summary>
internal sealed class OpaDialect(OpaPolicyOptions options) : RemoteDialect
{
    private readonly string? _token = options.Token;
    private readonly string _path = options.Path.Trim('/');
    private readonly PolicyFailure _onFailure = options.OnFailure;
    private readonly PolicyFailure _onUndefined = options.OnUndefined;

    public override Uri Address { get; } = Append(options.BaseAddress, "v1/data/" + Escape(options.Path.Trim('/')));

    public override void Authenticate(HttpRequestHeaders headers) =>
        headers.Authorization = _token is null ? null : new AuthenticationHeaderValue("Bearer", _token);

    public override void BeginQuestion(Utf8JsonWriter json, PolicyContext context, bool sendArguments)
    {
        json.WriteStartObject();
        json.WriteStartObject("input"u8);
        json.WriteString("agent"u8, context.Run.Agent);
        json.WriteString("workflow"u8, context.Run.Workflow);
        QuestionText.WritePeople(json, context.Run);
        QuestionText.WriteSubject(json, context, sendArguments);
    }

    public override void EndQuestion(Utf8JsonWriter json, PolicyContext context)
    {
        QuestionText.WriteState(json, context);
        json.WriteString("run_id"u8, context.Run.RunId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public override PolicyResult? Read(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!reply.TryGetProperty("result"u8, out JsonElement result))
        {
            string reason = $"data.{_path.Replace('/', '.')} is undefined for this input";
            return _onUndefined == PolicyFailure.Open ? PolicyResult.Warn(reason) : PolicyResult.Block(reason);
        }

        return result.ValueKind switch
        {
            JsonValueKind.True => new PolicyResult(PolicyAction.Allow),
            JsonValueKind.False => PolicyResult.Block(""),
            JsonValueKind.Array => Denied(result) is { } messages ? PolicyResult.Block(messages) : new PolicyResult(PolicyAction.Allow),
            JsonValueKind.String when DecisionWord.Of(result.GetString()!, _onFailure) is { } word =>
                DecisionText.Read(default, word, reason: null),
            JsonValueKind.Object => ReadObject(result),
            _ => null,
        };
    }

    private PolicyResult? ReadObject(JsonElement result)
    {
        if (!DecisionWord.TryFind(result, _onFailure, out DecisionWord? word))
        {
            return null;
        }

        string? denied = null;
        foreach (JsonProperty member in result.EnumerateObject())
        {
            if (member.NameEquals("allow"u8) || member.NameEquals("allowed"u8))
            {
                if (member.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                {
                    return null;
                }

                word = DecisionWord.MoreSevere(word, member.Value.GetBoolean() ? PolicyAction.Allow : PolicyAction.Block);
            }
            else if (member.NameEquals("deny"u8) || member.NameEquals("denied"u8))
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Number or JsonValueKind.Null)
                {
                    return null;
                }

                denied = Denied(member.Value);
                word = DecisionWord.MoreSevere(word, denied is null ? PolicyAction.Allow : PolicyAction.Block);
            }
        }

        return word is null ? null : DecisionText.Read(result, word.Value, denied);
    }

    /// <summary>The messages of a denial, or an empty text when it has none; null when nothing is denied.</summary>
    private static string? Denied(JsonElement deny)
    {
        if (deny.ValueKind != JsonValueKind.Array)
        {
            return deny.ValueKind switch
            {
                JsonValueKind.True => "",
                JsonValueKind.String => DecisionText.MessageOf(deny),
                _ => null,
            };
        }

        StringBuilder messages = new();
        foreach (JsonElement item in deny.EnumerateArray())
        {
            messages.Append(messages.Length == 0 ? "" : "; ").Append(DecisionText.MessageOf(item));
        }

        return deny.GetArrayLength() == 0 ? null : DecisionText.Limit(messages.ToString());
    }

    private static string Escape(string path)
    {
        string[] parts = path.Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Uri.EscapeDataString(parts[i]);
        }

        return string.Join('/', parts);
    }
}
