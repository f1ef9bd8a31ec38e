// What the examples of the rules' pages speak of without declaring it: an example is given those of these that it names.

public static class Everyday
{
    public static SupportAgent agent => new();

    public static Bank bank => new();

    public static AnswerClient client => new();

    public static IConfiguration configuration => throw new NotImplementedException();

    public static WordCounter counter => new();

    public static ChatModel model => new();

    public static string order => "order-7";

    public static string plan => "free";

    public static string question => "Where is my refund?";

    public static string region => "eu";

    public static Ticket ticket => new("Refund", "Where is my refund?");

    public static Task<string> AnswerAsync(string text) => Task.FromResult(text);

    public static Task<string> AskAsync(string text) => Task.FromResult(text);

    public static Task DeleteAsync(string order) => Task.FromResult(order);

    public static string KindOf(string text) => text;

    public static Task<string> WriteReportAsync() => Task.FromResult("report");
}

public sealed record Answer(string Text, int Input, int Output);

public sealed class AnswerClient
{
    public Task<Answer> SendAsync(string prompt) => Task.FromResult(new Answer(prompt, 1, 1));
}

public sealed class Bank
{
    public Task<string> PayBackAsync(string order) => Task.FromResult(order);
}

public sealed class ChatModel
{
    public async IAsyncEnumerable<string> AnswerAsync(string text)
    {
        await Task.Yield();
        yield return text;
    }
}

public enum ModelSize
{
    Small,
    Large,
}

public sealed class OfficeHours(TimeZoneInfo zone) : IPolicy
{
    public string Name => "office-hours";

    public string Category => "operations";

    public PolicyPoints Points => PolicyPoints.BeforeToolCall;

    public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Warn(zone.Id);
}

public sealed record Page(string Text);

public sealed record Plan(string Text);

public sealed record Reply(string Text);

public enum Route
{
    Billing,
    Technical,
}

public partial class SupportAgent
{
    [Observe("support-agent")]
    public partial Task<string> HandleAsync(string text);

    [Observe("support-agent")]
    public partial Task<string> HandleAsync(Ticket ticket);

    private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

    private Task<string> HandleCoreAsync(Ticket ticket) => Task.FromResult(ticket.Text);
}

public sealed record Ticket(string Subject, string Text);

public sealed class WordCounter
{
    public Task<int> CountAsync(string text) => Task.FromResult(text.Length);
}
