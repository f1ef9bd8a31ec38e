using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.SupportAgent;

public enum Priority
{
    Low,
    High,
}

public enum Route
{
    Billing,
    Technical,
    Human,
}

public sealed record Ticket(string Subject, Priority Priority, [Sensitive] string CardNumber);

public sealed record Reply(string Text, IReadOnlyList<string> Sources);

public sealed record Refund(string OrderId, decimal Amount, DateTimeOffset At);

public partial class SupportAgent(string greeting)
{
    [Observe("support-agent", Workflow = "triage")]
    public partial Task<Reply> HandleAsync([SessionId] string session, [UserId] Guid user, Ticket ticket, CancellationToken ct = default);

    private async Task<Reply> HandleCoreAsync(string session, Guid user, Ticket ticket, RunContext run, CancellationToken ct)
    {
        run.SetTag("priority", ticket.Priority.ToString());
        Route route = RouteTicket(ticket);
        IReadOnlyList<string> sources = await SearchAsync(ticket.Subject, topK: 2, ct);
        Refund refund = await RefundAsync("A-1", ticket.CardNumber);
        return new Reply($"{greeting}: {route}, {refund.Amount}", sources);
    }

    [Decision("route_ticket")]
    private partial Route RouteTicket(Ticket ticket);

    private static Decision<Route> RouteTicketCore(Ticket ticket) =>
        new(ticket.Priority == Priority.High ? Route.Human : Route.Billing, reasoning: "by priority", confidence: 0.95);

    [Step]
    private partial Task<IReadOnlyList<string>> SearchAsync(string query, int topK, CancellationToken ct);

    private static async Task<IReadOnlyList<string>> SearchCoreAsync(string query, int topK, CancellationToken ct)
    {
        await Task.Delay(1, ct);
        return new string[topK];
    }

    [ToolCall("stripe_refund", ToolType = ToolTypes.Api)]
    private partial Task<Refund> RefundAsync(string orderId, [Sensitive] string cardToken);

    private static Task<Refund> RefundCoreAsync(string orderId, string cardToken) =>
        Task.FromResult(new Refund(orderId, 12.5m, DateTimeOffset.UnixEpoch));
}
