using System.Text.Json;

namespace Observe.Tests.Policies.Remote;

internal sealed record LoopbackRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}
