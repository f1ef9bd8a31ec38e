namespace Harbor.Chat;

internal static class ChatClients
{
    public static IChatClient Create(AssistantOptions options) =>
        options.ApiKey.Length > 0
            ? new RemoteChatClient(new HttpClient(), options.Model, options.ApiKey)
            : throw new InvalidOperationException($"Set {AssistantOptions.Section}:{nameof(AssistantOptions.ApiKey)}.");
}

/// <summary>Speaks with the harbour's model gateway, a line of text at a time.</summary>
internal sealed class RemoteChatClient(HttpClient http, string defaultModel, string apiKey) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/lines")
        {
            Content = JsonContent.Create(new
            {
                model = options?.ModelId ?? defaultModel,
                limit = options?.MaxOutputTokens,
                messages = messages.Select(message => new { role = message.Role.Value, text = message.Text }).ToArray(),
            }),
        };
        request.Headers.Authorization = new("Bearer", apiKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, line) { ModelId = options?.ModelId ?? defaultModel };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();
}
