using System.Security.Cryptography;
using Observe.Capturing;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>Turns of the user so far: from the messages of calls of language models, or from <see cref="RecordUserMessage"/>.</summary>
    public int ConversationTurns => Recorder?.Conversation.Turns ?? 0;

    /// <summary>Messages of the conversation: of the last call of a language model, or recorded by hand.</summary>
    public int MessageCount => Recorder?.Conversation.MessageCount ?? 0;

    /// <summary>How much of the model's context window the input of the last call took, in percent (0 to 100); null when it is not known.</summary>
    public double? ContextUtilization => Recorder?.Conversation.Utilization;

    /// <summary>SHA-256 of the last system prompt, in lower-case hexadecimal digits, to see when it changes; null when there was none.</summary>
    public string? SystemPromptHash => Recorder?.Conversation.SystemPromptHash;

    /// <summary>Makes an id for a new session: <c>sess_</c> and 16 hexadecimal digits.</summary>
    public static string NewSessionId() => "sess_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8)).ToLowerInvariant();

    /// <summary>Records what the user said. The same text again, without an answer in between, is the same message and is not recorded twice.</summary>
    /// <param name="text">What was said.</param>
    public void RecordUserMessage(string text)
    {
        if (Recorder is not null && text is not null && Recorder.Conversation.AddUserMessage(text))
        {
            Recorder.CountUserTurns(Recorder.Conversation.Turns);
            NoteEvent(EventKind.UserMessage, "user_message", text);
        }
    }

    /// <summary>Records what the agent answered: its final text, not its calls of tools.</summary>
    /// <param name="text">What was answered.</param>
    public void RecordAgentResponse(string text)
    {
        if (Recorder is not null && text is not null)
        {
            Recorder.Conversation.AddAgentResponse();
            NoteEvent(EventKind.AgentResponse, "agent_response", text);
        }
    }

    /// <summary>Begins a question to a person; dispose the result when the answer is there.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="channel">How it is asked, for example <c>slack</c>. Default: not known.</param>
    /// <param name="action">What it is for, for example <c>approval</c> or <c>review</c>. Default: <c>input</c>.</param>
    public HumanTurn BeginHumanTurn(string prompt = "", string channel = "", string action = "input") =>
        new(this, CurrentScopeId, Recorder?.Now() ?? 0, new HumanTurnFacts { Name = action ?? "input", Prompt = prompt, Channel = channel });

    /// <summary>Records a question to a person that has just been answered.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="response">The answer.</param>
    /// <param name="channel">How it was asked, for example <c>slack</c>. Default: not known.</param>
    /// <param name="action">What it was for, for example <c>approval</c> or <c>review</c>. Default: <c>input</c>.</param>
    /// <param name="duration">How long it took, up to now. Default: zero.</param>
    public void RecordHumanInteraction(
        string prompt, string response, string channel = "", string action = "input", TimeSpan duration = default)
    {
        if (Recorder is not null)
        {
            long began = Recorder.Now() - RunClock.ToTimestamps(duration, Recorder.Observer.Options.TimeProvider);
            HumanTurnFacts facts = new() { Name = action ?? "input", Prompt = prompt, Channel = channel, Response = response };
            RecordHumanTurn(CurrentScopeId, began, facts);
        }
    }

    /// <summary>Asks on the terminal, waits for a line, and records question, answer and time.</summary>
    /// <param name="prompt">Written to the standard output first. Default: nothing.</param>
    /// <param name="action">What it is for. Default: <c>input</c>.</param>
    /// <returns>The line; null when the standard input is at its end.</returns>
    public string? ReadLine(string prompt = "", string action = "input")
    {
        using HumanTurn turn = BeginHumanTurn(prompt, "terminal", action);
        Console.Write(prompt);
        string? line = Console.ReadLine();
        if (line is not null)
        {
            turn.SetResponse(line);
        }

        return line;
    }

    internal void EndHumanTurn(int parentId, long began, in HumanTurnFacts facts)
    {
        if (Recorder is not null)
        {
            RecordHumanTurn(parentId, began, facts);
        }
    }

    internal void RecordHumanTurn(int parentId, long began, in HumanTurnFacts facts) =>
        Record(new NamedScope(ScopeKind.HumanTurn, facts.Name) { ParentId = parentId, Began = began, Input = facts.ToArguments(), Output = facts.ToResult() });

    private void NoteEvent(EventKind kind, string name, CapturedValue value)
    {
        using CapturedBytes bytes = new(Recorder!.Observer, value);
        Recorder.NoteEvent(CurrentScopeId, kind, name, bytes.Span);
    }
}
