using System.Net.Http.Headers;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>How one kind of server wants to be asked, and how it answers.</summary>
internal abstract class RemoteDialect
{
    /// <summary>Where questions are posted.</summary>
    public abstract Uri Address { get; }

    public abstract void Authenticate(HttpRequestHeaders headers);

    /// <summary>Writes the part of the question that makes it the same or another one, and leaves objects open.</summary>
    public abstract void BeginQuestion(Utf8JsonWriter json, PolicyContext context, bool sendArguments);

    /// <summary>Writes what differs each time, and closes the objects.</summary>
    public abstract void EndQuestion(Utf8JsonWriter json, PolicyContext context);

    /// <summary>The answer; null when it is not understood.</summary>
    public abstract PolicyResult? Read(JsonElement reply);

    /// <summary>The address with a path behind it.</summary>
    protected static Uri Append(Uri address, string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
}
