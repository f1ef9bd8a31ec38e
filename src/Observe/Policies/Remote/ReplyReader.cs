using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>Makes sense of status and body of a response.</summary>
internal static class ReplyReader
{
    private const int LongestDetail = 300;

    public static ServerReply Read(HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body, TimeProvider timeProvider)
    {
        JsonElement? json = Parse(body);
        if ((int)status is >= 200 and < 300)
        {
            return json is { } answer
                ? ServerReply.Answered(answer)
                : ServerReply.Unreachable($"status {(int)status} with something that is not JSON");
        }

        string problem = $"status {(int)status}{Detail(json)}";
        return (int)status switch
        {
            429 => ServerReply.Busy(problem, RetryAfter(headers, json, timeProvider)),
            408 or >= 500 => ServerReply.Unreachable(problem),
            401 or 403 => ServerReply.Refused($"{problem}; check the key"),
            404 => ServerReply.Refused($"{problem}; check the address"),
            _ => ServerReply.Refused(problem),
        };
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the server says about an error: <c>error</c> or <c>code</c>, <c>message</c>, <c>request_id</c>.</summary>
    private static string Detail(JsonElement? json)
    {
        if (json is not { } body)
        {
            return "";
        }

        string error = DecisionText.Text(body, "error"u8) ?? DecisionText.Text(body, "code"u8) ?? "";
        string message = DecisionText.Text(body, "message"u8) ?? "";
        string request = DecisionText.Text(body, "request_id"u8) is { } id ? $" (request {id})" : "";
        string detail = (error.Length, message.Length) switch
        {
            (0, 0) => request,
            (0, _) => $": {message}{request}",
            (_, 0) => $": {error}{request}",
            _ => $": {error}, {message}{request}",
        };
        return detail.Length <= LongestDetail ? detail : detail[..LongestDetail] + "…";
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, JsonElement? json, TimeProvider timeProvider)
    {
        if (headers.RetryAfter?.Delta is { } delta)
        {
            return delta;
        }

        if (headers.RetryAfter?.Date is { } date)
        {
            TimeSpan left = date - timeProvider.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        return json is { } body ? DecisionText.Seconds(body, "retry_after_seconds"u8) : null;
    }
}
