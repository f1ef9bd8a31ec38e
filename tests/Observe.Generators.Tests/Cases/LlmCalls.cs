using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.LlmCalls;

public enum Finish
{
    Stop,
    Length,
}

public sealed record Turn(string Role, string? Content);

// The words of one kind of client: details inside the usage, the cache counted among the input.
public sealed class Completion
{
    public string Model { get; init; } = "";

    public Finish? FinishReason { get; init; }

    public CompletionUsage? Usage { get; init; }

    public IReadOnlyList<Part> Content { get; init; } = [];
}

public sealed record Part(string? Text);

public sealed record CompletionUsage(int InputTokenCount, int OutputTokenCount, InputDetails? InputTokenDetails, OutputDetails OutputTokenDetails);

public sealed record InputDetails(int CachedTokenCount);

public readonly record struct OutputDetails(int ReasoningTokenCount);

// The words of another: the cache beside the input, everything in one place.
public readonly record struct Reply(
    string ModelId, string StopReason, string Text, long InputTokens, long OutputTokens, long? CacheReadInputTokens, long? CacheCreationInputTokens);

public sealed record Chunk(string Text, Usage? Usage);

public sealed record Usage(long? PromptTokens, long? CompletionTokens);

public sealed record Envelope<T>(T Value, string Note);

public partial class Assistant
{
    [Observe]
    public partial Task<string> RunAsync(string question);

    private async Task<string> RunCoreAsync(string question)
    {
        Completion completion = await CompleteAsync("gpt-4o-mini", [new Turn("system", "be brief"), new Turn("user", question)], default);
        return completion.Content[0].Text ?? "";
    }

    [LlmCall(Provider = "openai", Task = "chat")]
    public partial Task<Completion> CompleteAsync(string model, IReadOnlyList<Turn> messages, CancellationToken cancellationToken);

    private static async Task<Completion> CompleteCoreAsync(string model, IReadOnlyList<Turn> messages, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return new Completion
        {
            Model = model + "-2024-07-18",
            FinishReason = Finish.Stop,
            Usage = new(100 * messages.Count, 20, new InputDetails(50), new OutputDetails(5)),
            Content = [new Part("Hello"), new Part(", you")],
        };
    }

    [LlmCall("ask", Model = "claude-sonnet-4-5")]
    public partial ValueTask<Reply> AskAsync(string prompt);

    private static ValueTask<Reply> AskCoreAsync(string prompt) =>
        new(new Reply("claude-sonnet-4-5-20250929", "end_turn", $"re: {prompt}", 10, 20, 300, 4000));

    [LlmCall(Model = "gpt-4o-mini")]
    public partial IAsyncEnumerable<Chunk> StreamAsync(string message);

    private static async IAsyncEnumerable<Chunk> StreamCoreAsync(string message)
    {
        foreach (string word in message.Split(' '))
        {
            await Task.Yield();
            yield return new Chunk(word, null);
        }

        yield return new Chunk("", new Usage(7, null));
        yield return new Chunk("", new Usage(null, 3));
    }

    [LlmCall]
    public partial string Say(string modelName, string text);

    private static LlmResult<string> SayCore(string modelName, string text) =>
        new(text.ToUpperInvariant(), model: modelName + "-x", costUsd: 0.25m, finishReason: "stop");

    [LlmCall]
    public partial Task<int?> CountAsync(string prompt, string message);

    private static async Task<LlmResult<int?>> CountCoreAsync(string prompt, string message)
    {
        await Task.Yield();
        return new LlmResult<int?>(prompt.Length + message.Length, response: "a number");
    }

    [LlmCall]
    public partial ValueTask<T> ParseAsync<T>(string input, T fallback)
        where T : notnull;

    private static ValueTask<LlmResult<T>> ParseCoreAsync<T>(string input, T fallback)
        where T : notnull => new(new LlmResult<T>(fallback));

    [LlmCall]
    public partial Envelope<T> Wrap<T>(T value);

    private static Envelope<T> WrapCore<T>(T value) => new(value, "note");

    [LlmCall]
    public partial Envelope<Reply> WrapReply(IEnumerable<Turn> history);

    private static Envelope<Reply> WrapReplyCore(IEnumerable<Turn> history) =>
        new(new Reply("m", "stop", "wrapped", 1, 2, null, null), "note");

    [LlmCall]
    public partial Task SendAsync(Turn[] turns, RunContext? run);

    private static Task SendCoreAsync(Turn[] turns, RunContext? run)
    {
        run?.ReportLlmCall(new LlmCall("by-hand") { CostUsd = turns.Length });
        return Task.CompletedTask;
    }

    [LlmCall]
    public partial IEnumerable<string> Words([Sensitive] string prompt);

    private static IEnumerable<string> WordsCore(string prompt)
    {
        yield return "secret of ";
        yield return prompt.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [LlmCall(Capture = CaptureMode.None)]
    public partial Reply? Quiet(string model, List<Turn> turns);

    private static Reply? QuietCore(string model, List<Turn> turns) => new Reply(model, "stop", "quiet", 5, 6, null, null);

    [LlmCall]
    public partial void Fire(string model);

    private static void FireCore(string model, RunContext? run) => run?.SetTag("fired", model);
}
