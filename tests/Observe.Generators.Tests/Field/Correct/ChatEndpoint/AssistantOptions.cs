namespace Harbor.Chat;

public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    public string Model { get; set; } = "gpt-4o-mini";

    public string SystemPrompt { get; set; } = "You help customers of a harbour to rent a boat. Answer in short, friendly sentences.";

    public int MaxOutputTokens { get; set; } = 600;

    public int HistoryLength { get; set; } = 20;

    // Comes from the key vault. Never part of a trace: options are not handed to observed methods.
    public string ApiKey { get; set; } = "";
}
