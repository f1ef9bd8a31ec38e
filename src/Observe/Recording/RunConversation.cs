using System.Security.Cryptography;
using System.Text;
using Observe.Runs;

namespace Observe.Recording;

/// <summary>
/// Measures of the conversation of a run: from the messages of its calls of language models, or from messages recorded by hand.
/// </summary>
internal sealed class RunConversation
{
    private readonly object _gate = new();
    private string? _systemPrompt;
    private string? _systemPromptHash;
    private string? _lastUserMessage;
    private int _told;
    private int _userMessages;
    private int _agentResponses;
    private int _messages;
    private double? _utilization;

    /// <summary>Turns of the user: as many as the longest list of messages had, or as were recorded by hand.</summary>
    public int Turns => Math.Max(Volatile.Read(ref _told), Volatile.Read(ref _userMessages));

    /// <summary>Messages of the last call, or recorded by hand.</summary>
    public int MessageCount => Math.Max(Volatile.Read(ref _messages), Volatile.Read(ref _userMessages) + Volatile.Read(ref _agentResponses));

    /// <summary>How much of the model's context window the input of the last call took, in percent; null when it is not known.</summary>
    public double? Utilization
    {
        get
        {
            lock (_gate)
            {
                return _utilization;
            }
        }
    }

    /// <summary>SHA-256 of the last system prompt, in hexadecimal digits; null when there was none.</summary>
    public string? SystemPromptHash
    {
        get
        {
            lock (_gate)
            {
                return _systemPromptHash;
            }
        }
    }

    /// <summary>Takes the messages and the input of a call.</summary>
    /// <returns>Hash of its system prompt, or null.</returns>
    public string? Take(Conversation? conversation, long? inputTokens, long? contextWindow)
    {
        lock (_gate)
        {
            if (inputTokens is { } tokens && contextWindow is > 0 and { } window)
            {
                _utilization = Math.Min(100.0, 100.0 * tokens / window);
            }

            if (conversation is null || conversation.Messages == 0)
            {
                return null;
            }

            _told = Math.Max(_told, conversation.UserTurns);
            _messages = conversation.Messages;
            return conversation.SystemPrompt is { } prompt ? Hash(prompt) : null;
        }
    }

    /// <summary>Counts a message of the user, unless it is the one that was recorded last.</summary>
    /// <returns>False for the same message once more.</returns>
    public bool AddUserMessage(string text)
    {
        lock (_gate)
        {
            if (text == _lastUserMessage)
            {
                return false;
            }

            _lastUserMessage = text;
            _userMessages++;
            return true;
        }
    }

    public void AddAgentResponse()
    {
        lock (_gate)
        {
            _lastUserMessage = null; // the same words after an answer are a new turn
            _agentResponses++;
        }
    }

    private string Hash(string prompt)
    {
        // Mostly the same prompt as in the call before.
        if (_systemPromptHash is null || prompt != _systemPrompt)
        {
            _systemPrompt = prompt;
            _systemPromptHash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(prompt))).ToLowerInvariant();
        }

        return _systemPromptHash;
    }
}
