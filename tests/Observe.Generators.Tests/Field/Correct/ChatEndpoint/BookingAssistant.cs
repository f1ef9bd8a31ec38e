namespace Harbor.Chat;

/// <summary>Talks with a customer of the harbour. The trace of one message is one run; runs of one conversation share its session.</summary>
public sealed partial class BookingAssistant(
    IChatClient chat,
    BoatCatalogue catalogue,
    IConversationStore conversations,
    IOptions<AssistantOptions> options,
    ILogger<BookingAssistant> logger)
{
    private readonly AssistantOptions _options = options.Value;

    [Observe("booking-assistant", Workflow = "chat")]
    [Budget(MaxCostUsd = 0.25, MaxTokens = 40_000)]
    [Budget(MaxCostUsd = 5, Per = BudgetKey.User, Window = BudgetWindow.Day, OnExceed = PolicyAction.Throttle)]
    [RateLimit(MaxPerMinute = 30, MaxConcurrent = 8)]
    public partial IAsyncEnumerable<ChatChunk> ReplyAsync(
        [SessionId] string conversation, [UserId] string user, [Tag] string language, string message, CancellationToken ct = default);

    private async IAsyncEnumerable<ChatChunk> ReplyCoreAsync(
        string conversation, string user, string language, string message, RunContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.RecordUserMessage(message);
        var history = await conversations.LoadAsync(conversation, _options.HistoryLength, ct);
        var intent = DetectIntent(message);
        run.SetTag("intent", intent.ToString());

        if (intent == Intent.TalkToPerson)
        {
            var person = await CallPersonAsync(conversation, ct);
            run.SetMetadata("on_duty", person ?? "nobody");
            yield return new ChatChunk(person is null ? "Nobody is in the office; we call you tomorrow." : $"{person} will join us.", IsLast: true);
            yield break;
        }

        var context = intent is Intent.FindBoat or Intent.Reserve ? await FindBoatsAsync(message, limit: 5, ct) : [];
        var messages = BuildPrompt(history, context, message, language);

        var answer = new StringBuilder();
        await foreach (var update in StreamAsync(_options.Model, messages, ct))
        {
            if (update.Text is { Length: > 0 } text)
            {
                answer.Append(text);
                yield return new ChatChunk(text);
            }
        }

        await conversations.AppendAsync(conversation, new Turn("user", message), new Turn("assistant", answer.ToString()), ct);
        run.RecordAgentResponse(answer.ToString());
        run.RecordScore("answer_length", answer.Length);
        run.RecordScore("offered_boats", context.Count > 0);
        yield return new ChatChunk("", IsLast: true);
    }

    [Decision]
    private partial Intent DetectIntent(string message);

    private static Decision<Intent> DetectIntentCore(string message) => message.ToLowerInvariant() switch
    {
        var text when text.Contains("human") || text.Contains("person") => new(Intent.TalkToPerson, "asks for a person", 0.97),
        var text when text.Contains("cancel") => new(Intent.Cancel, "says cancel", 0.8),
        var text when text.Contains("book") || text.Contains("reserve") => new(Intent.Reserve, "wants to book", 0.85),
        var text when text.Contains("boat") || text.Contains("yacht") => new(Intent.FindBoat, "speaks of boats", 0.9),
        _ => new(Intent.SmallTalk, "nothing else fits", 0.4),
    };

    [Retrieval(Source = "boat-catalogue")]
    [Retry(3, On = [typeof(HttpRequestException), typeof(TimeoutException)], FallbackTo = nameof(FindBoatsInCacheAsync), BreakAfter = 10)]
    private partial Task<IReadOnlyList<Boat>> FindBoatsAsync(string query, int limit, CancellationToken ct);

    private async Task<IReadOnlyList<Boat>> FindBoatsCoreAsync(string query, int limit, CancellationToken ct)
    {
        var boats = await catalogue.SearchAsync(query, ct);
        return boats.Take(limit).ToList();
    }

    private Task<IReadOnlyList<Boat>> FindBoatsInCacheAsync(string query, int limit, CancellationToken ct)
    {
        logger.LogWarning("The catalogue does not answer; offering what was seen last");
        return Task.FromResult<IReadOnlyList<Boat>>([.. catalogue.LastSeen.Take(limit)]);
    }

    [LlmCall("answer", Task = "chat")]
    private partial IAsyncEnumerable<ChatResponseUpdate> StreamAsync(string model, IReadOnlyList<ChatMessage> messages, CancellationToken ct);

    private IAsyncEnumerable<ChatResponseUpdate> StreamCoreAsync(string model, IReadOnlyList<ChatMessage> messages, CancellationToken ct) =>
        chat.GetStreamingResponseAsync(messages, new ChatOptions { ModelId = model, MaxOutputTokens = _options.MaxOutputTokens }, ct);

    [ToolCall("page_office", ToolType = ToolTypes.Api)]
    private partial Task<string?> CallPersonAsync(string conversation, CancellationToken ct);

    private Task<string?> CallPersonCoreAsync(string conversation, CancellationToken ct) => catalogue.FindPersonOnDutyAsync(conversation, ct);

    private List<ChatMessage> BuildPrompt(IReadOnlyList<Turn> history, IReadOnlyList<Boat> boats, string message, string language)
    {
        List<ChatMessage> prompt = [new(ChatRole.System, $"{_options.SystemPrompt} The customer speaks {language}.")];
        if (boats.Count > 0)
        {
            var list = string.Join("\n", boats.Select(boat => $"- {boat.Name} ({boat.Berths} berths, {boat.PricePerDay} EUR a day)"));
            prompt.Add(new ChatMessage(ChatRole.System, $"These boats are free:\n{list}"));
        }

        prompt.AddRange(history.Select(turn => new ChatMessage(turn.Role == "user" ? ChatRole.User : ChatRole.Assistant, turn.Text)));
        prompt.Add(new ChatMessage(ChatRole.User, message));
        return prompt;
    }
}
