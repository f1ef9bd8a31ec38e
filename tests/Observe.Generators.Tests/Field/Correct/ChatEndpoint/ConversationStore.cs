namespace Harbor.Chat;

public sealed record Turn(string Role, string Text);

public interface IConversationStore
{
    ValueTask<IReadOnlyList<Turn>> LoadAsync(string conversation, int most, CancellationToken ct);

    ValueTask AppendAsync(string conversation, Turn question, Turn answer, CancellationToken ct);

    ValueTask DeleteAsync(string conversation, CancellationToken ct);
}

internal sealed class InMemoryConversationStore : IConversationStore
{
    private readonly ConcurrentDictionary<string, List<Turn>> _conversations = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<Turn>> LoadAsync(string conversation, int most, CancellationToken ct)
    {
        if (!_conversations.TryGetValue(conversation, out var turns))
        {
            return new([]);
        }

        lock (turns)
        {
            return new(turns.TakeLast(most).ToArray());
        }
    }

    public ValueTask AppendAsync(string conversation, Turn question, Turn answer, CancellationToken ct)
    {
        var turns = _conversations.GetOrAdd(conversation, static _ => []);
        lock (turns)
        {
            turns.Add(question);
            turns.Add(answer);
        }

        return default;
    }

    public ValueTask DeleteAsync(string conversation, CancellationToken ct)
    {
        _conversations.TryRemove(conversation, out _);
        return default;
    }
}
