namespace Observe.Runs;

/// <summary>What the messages of a call of a language model say about the conversation.</summary>
internal sealed class Conversation
{
    /// <summary>Number of messages.</summary>
    public int Messages { get; private set; }

    /// <summary>Number of messages of the user.</summary>
    public int UserTurns { get; private set; }

    /// <summary>The last message of the user.</summary>
    public string? LastUserMessage { get; private set; }

    /// <summary>The first message of the system.</summary>
    public string? SystemPrompt { get; private set; }

    public static Conversation Of(IReadOnlyList<LlmMessage> messages)
    {
        Conversation conversation = new();
        try
        {
            foreach (LlmMessage message in messages)
            {
                conversation.Add(message.Role, message.Text);
            }
        }
        catch (Exception)
        {
            // A list that changes while it is read, or cannot be: what was read of it counts.
        }

        return conversation;
    }

    public void Add(string? role, string? text)
    {
        Messages++;
        if (string.Equals(role, "user", StringComparison.OrdinalIgnoreCase))
        {
            UserTurns++;
            LastUserMessage = text ?? LastUserMessage;
        }
        else if (string.Equals(role, "system", StringComparison.OrdinalIgnoreCase) || string.Equals(role, "developer", StringComparison.OrdinalIgnoreCase))
        {
            SystemPrompt ??= text;
        }
    }

    /// <summary>Forgets the text of the user: arguments of this method are not captured.</summary>
    public void Hide() => LastUserMessage = null;

    public void Take(Conversation other)
    {
        Messages = other.Messages;
        UserTurns = other.UserTurns;
        LastUserMessage = other.LastUserMessage;
        SystemPrompt = other.SystemPrompt;
    }
}
