using System;
using System.Threading.Tasks;
using Observe;

namespace Cases.Decisions;

public enum Route
{
    Billing,
    Invoices = Billing,
    Technical,
}

[Flags]
public enum Channels : byte
{
    None,
    Mail = 1,
    Phone = 2,
}

public partial class Router
{
    [Observe]
    public partial Task<Route> RunAsync(string text);

    private async Task<Route> RunCoreAsync(string text)
    {
        bool urgent = IsUrgent(text);
        Channels channels = await PickAsync(text, urgent);
        return await AskAsync(text) ?? (channels == Channels.None ? Route.Technical : RouteByText(text));
    }

    [Decision]
    private partial Route RouteByText(string text);

    private static Route RouteByTextCore(string text) => text.Contains("invoice", StringComparison.Ordinal) ? Route.Billing : Route.Technical;

    [Decision]
    private partial bool IsUrgent(string text);

    private static Decision<bool> IsUrgentCore(string text) => new(text.EndsWith('!'), reasoning: "ends with an exclamation mark");

    [Decision(Leaf = true)]
    private partial ValueTask<Channels> PickAsync(string text, bool urgent);

    private static ValueTask<Decision<Channels>> PickCoreAsync(string text, bool urgent) =>
        new(new Decision<Channels>(urgent ? Channels.Mail | Channels.Phone : Channels.Mail, confidence: 0.5));

    [Decision("ask_model")]
    private partial Task<Route?> AskAsync(string text);

    private static async Task<Decision<Route?>> AskCoreAsync(string text)
    {
        await Task.Yield();
        return new Decision<Route?>(text.Length > 5 ? null : Route.Billing);
    }

    [Decision(Options = ["gpt-small", "gpt-large"])]
    public partial string PickModel(int tokens);

    private static string PickModelCore(int tokens) => tokens > 1000 ? "gpt-large" : "gpt-small";

    [Decision(Options = [], Capture = CaptureMode.None)]
    public partial Task<T> PickFirstAsync<T>(params T[] candidates);

    private static Task<Decision<T>> PickFirstCoreAsync<T>(T[] candidates) => Task.FromResult(new Decision<T>(candidates[0]));
}
