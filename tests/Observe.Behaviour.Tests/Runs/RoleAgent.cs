using System.Text.Json.Serialization;

namespace Observe.Behaviour.Tests.Runs;

public enum Tone
{
    Friendly,
    Formal,
}

public sealed record Card([Sensitive] string Number, string Holder);

public sealed record Order(string Id, Card Card, IReadOnlyList<Card> Others)
{
    [JsonPropertyName("total_usd")]
    public decimal Total { get; init; }

    [JsonIgnore]
    public string Internal => throw new InvalidOperationException("never read");

    public Order? Parent { get; set; }
}

public sealed class Broken
{
    public string Fine => "fine";

    public string Throws => throw new InvalidOperationException("a getter that throws");

    public string Behind => "never seen";
}

public sealed partial class RoleAgent
{
    [Observe("roles", Workflow = "checkout", SessionId = "static-session", UserGroup = "static-group")]
    public partial Task<string> RunAsync(
        [SessionId] string? session,
        [UserId] Guid user,
        [EndUserId] string endUser,
        [AnonymousId] string? visitor,
        [Tag("tone")] Tone tone,
        [Tag] int? attempt,
        [Metadata] Order order,
        [NotCaptured] Func<RunContext, Task> body);

    [Observe]
    public partial Task ChildAsync(CancellationToken ct);

    [Decision("pick")]
    public partial Tone Pick(string text);

    [Decision("pick_later")]
    public partial Task<bool> PickLaterAsync(bool yield);

    [ToolCall("charge", ToolType = ToolTypes.Api)]
    [return: Sensitive]
    public partial string Charge(Order order, [Sensitive] string pin, Stream receipt);

    [Step]
    public partial Broken BreakNothing(Broken broken);

    [Step(Capture = CaptureMode.None)]
    public partial string Quiet(string secret);

    [Step]
    public partial RunContext? WhoRuns();

    private async Task<string> RunCoreAsync(
        string? session, Guid user, string endUser, string? visitor, Tone tone, int? attempt, Order order, Func<RunContext, Task> body, RunContext run)
    {
        await body(run);
        return "done";
    }

    private Task ChildCoreAsync(RunContext run, CancellationToken ct) => Task.CompletedTask;

    private Decision<Tone> PickCore(string text) => new(Tone.Formal, reasoning: "says Sir", confidence: 0.75);

    private async Task<Decision<bool>> PickLaterCoreAsync(bool yield)
    {
        if (yield)
        {
            await Task.Yield();
        }

#pragma warning disable OBS2008 // what the runtime does with such a value
        return new Decision<bool>(true, confidence: 2);
#pragma warning restore OBS2008
    }

    private string ChargeCore(Order order, string pin, Stream receipt) => "receipt-" + pin;

    private Broken BreakNothingCore(Broken broken) => broken;

    private string QuietCore(string secret) => secret;

    private RunContext? WhoRunsCore(RunContext? run) => run;
}
