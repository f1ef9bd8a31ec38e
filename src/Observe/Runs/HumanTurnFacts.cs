namespace Observe.Runs;

/// <summary>What is recorded of a question to a person.</summary>
internal readonly struct HumanTurnFacts
{
    public required string Name { get; init; }

    public string? Prompt { get; init; }

    public string? Channel { get; init; }

    public string? Response { get; init; }

    public string? By { get; init; }

    public string? Reason { get; init; }

    public CapturedValue ToArguments()
    {
        List<(string, CapturedValue)> members = [];
        Add(members, "prompt", Prompt);
        Add(members, "channel", Channel);
        return CapturedValue.Map([.. members]);
    }

    public CapturedValue ToResult()
    {
        List<(string, CapturedValue)> members = [];
        Add(members, "response", Response);
        Add(members, "by", By);
        Add(members, "reason", Reason);
        return members.Count == 0 ? default : CapturedValue.Map([.. members]);
    }

    private static void Add(List<(string Name, CapturedValue Value)> members, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            members.Add((name, value));
        }
    }
}
