using System.Buffers;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>A question as it is sent, and what it is known by.</summary>
internal readonly struct RemoteQuestion
{
    private RemoteQuestion(ReadOnlyMemory<byte> body, QuestionKey key)
    {
        Body = body;
        Key = key;
    }

    public ReadOnlyMemory<byte> Body { get; }

    public QuestionKey Key { get; }

    public static RemoteQuestion Write(RemoteDialect dialect, PolicyContext context, bool sendArguments)
    {
        ArrayBufferWriter<byte> body = new(1024);
        using Utf8JsonWriter json = new(body);
        dialect.BeginQuestion(json, context, sendArguments);
        json.Flush();
        QuestionKey key = QuestionKey.Of(body.WrittenSpan);
        dialect.EndQuestion(json, context);
        json.Flush();
        return new RemoteQuestion(body.WrittenMemory, key);
    }
}
