using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledgerly.Assistant;

/// <summary>The company's own gateway to language models.</summary>
internal sealed class GatewayChatClient(HttpClient http) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Request request = new(options?.ModelId ?? "default", [.. messages.Select(static message => new Message(message.Role.Value, message.Text))]);
        using HttpResponseMessage answer = await http.PostAsJsonAsync("chat", request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        Reply reply = await answer.Content.ReadFromJsonAsync<Reply>(cancellationToken) ?? new Reply("", [], 0, 0);

        List<AIContent> contents = [new TextContent(reply.Text)];
        contents.AddRange(reply.Calls.Select(static call => new FunctionCallContent(call.Id, call.Name, call.Arguments)));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = request.Model,
            Usage = new UsageDetails { InputTokenCount = reply.InputTokens, OutputTokenCount = reply.OutputTokens },
            FinishReason = reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The client for HTTP belongs to whoever made it.
    }

    private sealed record Request(string Model, IReadOnlyList<Message> Messages);

    private sealed record Message(string Role, string Text);

    private sealed record Reply(string Text, IReadOnlyList<Call> Calls, long InputTokens, long OutputTokens);

    private sealed record Call(string Id, string Name, IDictionary<string, object?>? Arguments);
}
