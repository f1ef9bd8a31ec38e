using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Ledgerly.Assistant.Tools;
using Microsoft.Extensions.AI;
using Observe;

namespace Ledgerly.Assistant;

/// <summary>What the user gets, and what it took.</summary>
internal sealed record AgentAnswer(string Text, int ToolCalls, decimal CostUsd, bool IsComplete);

/// <summary>
/// Asks the model, does what it wants done, tells it what came out, and asks again, until it answers with text or the rounds are used up.
/// </summary>
internal sealed partial class AccountantAgent(IChatClient client, ToolRegistry tools, AssistantSettings settings)
{
    private const string Instructions = """
        You keep the books of a small company. Use the tools; never invent a number.
        Ask before you change anything.
        """;

    private readonly List<ChatMessage> _history = [];

    [Observe("accountant", Workflow = "bookkeeping", MidExecutionGovernance = true)]
    [Budget(MaxCostUsd = 1.50, MaxCalls = 20, MaxDurationSeconds = 120)]
    [AllowTools("find_invoice", "list_*", "convert_currency", "pay_invoice", "write_off", "remember", "forget_*")]
    [MaxSteps(40)]
    public partial Task<AgentAnswer> AnswerAsync([SessionId] string session, [UserId] string user, string question, CancellationToken ct = default);

    private async Task<AgentAnswer> AnswerCoreAsync(string session, string user, string question, RunContext run, CancellationToken ct)
    {
        run.RecordUserMessage(question);
        run.SetTag("tools", tools.Names.Count.ToString());
        _history.Add(new ChatMessage(ChatRole.User, question));

        string model = PickModel(question);
        for (int round = 1; round <= settings.MaxRounds; round++)
        {
            PolicyResult verdict = await run.CheckPolicyAsync(ct);
            if (verdict.Blocked)
            {
                run.SetTag("stopped", "policy");
                return Finish(run, $"I had to stop: {verdict.Reason}", isComplete: false);
            }

            ChatResponse response = await AskAsync(model, _history, round, ct);
            _history.AddRange(response.Messages);
            List<FunctionCallContent> calls = [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];
            if (calls.Count == 0)
            {
                return Finish(run, response.Text, isComplete: true);
            }

            ReflectOn(round, calls.Count, run.Usage.ToolCalls);
            FunctionResultContent[] results = await Task.WhenAll(calls.Select(call => CallToolAsync(call, run, ct)));
            _history.Add(new ChatMessage(ChatRole.Tool, [.. results]));
        }

        return Finish(run, "This takes more steps than I am allowed to take.", isComplete: false);
    }

    private AgentAnswer Finish(RunContext run, string text, bool isComplete)
    {
        run.RecordAgentResponse(text);
        run.RecordScore("complete", isComplete);
        run.RecordScore("rounds", run.Usage.LlmCalls);
        run.SetMetadata("usage", CapturedValue.Map(("tokens", run.Usage.TotalTokens), ("cost_usd", run.Usage.CostUsd)));
        return new AgentAnswer(text, run.Usage.ToolCalls, run.Usage.CostUsd, isComplete);
    }

    // A tool that fails is something that the model has to know, not the end of the conversation. A policy's no is final for this tool only.
    private async Task<FunctionResultContent> CallToolAsync(FunctionCallContent call, RunContext run, CancellationToken ct)
    {
        if (!tools.TryFind(call.Name, out ITool? tool))
        {
            run.RecordToolCall(call.Name, error: "there is no such tool");
            return new FunctionResultContent(call.CallId, $"There is no tool named {call.Name}.");
        }

        try
        {
            JsonElement arguments = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>());
            return new FunctionResultContent(call.CallId, await tool.InvokeAsync(arguments, ct));
        }
        catch (PolicyViolationException violation)
        {
            return new FunctionResultContent(call.CallId, $"Not allowed: {violation.Result.Reason}");
        }
        catch (Exception e) when (e is ToolException or JsonException)
        {
            return new FunctionResultContent(call.CallId, $"Failed: {e.Message}");
        }
    }

    [Decision("pick_model", Options = ["large", "small"])]
    private partial string PickModel(string question);

    private Decision<string> PickModelCore(string question)
    {
        bool isSimple = question.Length < 80 && !question.Contains("why", StringComparison.OrdinalIgnoreCase);
        return isSimple
            ? new Decision<string>("small", reasoning: "short question", confidence: 0.7)
            : new Decision<string>("large", reasoning: "needs thought", confidence: 0.6);
    }

    [LlmCall(Task = "tool-loop")]
    [Retry(3, DelayMilliseconds = 500, On = [typeof(System.Net.Http.HttpRequestException)], FallbackTo = nameof(AskSmallModelAsync))]
    private partial Task<ChatResponse> AskAsync(string model, IReadOnlyList<ChatMessage> messages, int round, CancellationToken ct);

    private Task<ChatResponse> AskCoreAsync(string model, IReadOnlyList<ChatMessage> messages, int round, CancellationToken ct) =>
        client.GetResponseAsync(WithInstructions(messages, round), OptionsFor(model == "small" ? settings.SmallModel : settings.Model), ct);

    private Task<ChatResponse> AskSmallModelAsync(string model, IReadOnlyList<ChatMessage> messages, int round, CancellationToken ct) =>
        client.GetResponseAsync(WithInstructions(messages, round), OptionsFor(settings.SmallModel), ct);

    [Reasoning("reflect")]
    private partial Thought ReflectOn(int round, int callsWanted, int callsDone);

    private Thought ReflectOnCore(int round, int callsWanted, int callsDone) => new(
        $"round {round} wants {callsWanted} more calls",
        [$"{callsDone} calls so far", $"{settings.MaxRounds - round} rounds left"],
        round + 1 >= settings.MaxRounds ? "the next round must answer" : "go on");

    private IEnumerable<ChatMessage> WithInstructions(IReadOnlyList<ChatMessage> messages, int round)
    {
        yield return new ChatMessage(ChatRole.System, Instructions);
        if (round + 1 >= settings.MaxRounds)
        {
            yield return new ChatMessage(ChatRole.System, "Answer now, with what you know.");
        }

        foreach (ChatMessage message in messages)
        {
            yield return message;
        }
    }

    private ChatOptions OptionsFor(string model) => new()
    {
        ModelId = model,
        Temperature = 0,
        Tools = [.. tools.Declarations],
        AllowMultipleToolCalls = true,
    };
}
